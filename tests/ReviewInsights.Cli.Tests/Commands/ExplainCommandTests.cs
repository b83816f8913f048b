namespace ReviewInsights.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Fact]
    public void An_explanation_shows_tokens_clauses_and_the_steps_to_the_score()
    {
        var output = CommandRun.Of("explain", "电池不太耐用，希望改进", "--lang", "en").Output;

        output.ShouldContain("电池 | 不");
        output.ShouldContain("电池不太耐用 ‖ 希望改进");
        output.ShouldContain("Usage experience / Battery · negative");
        output.ShouldContain("negation");
        output.ShouldContain("+0.60 → -0.33");
        output.ShouldContain("rules/negators.tsv:");
    }

    [Fact]
    public void Chinese_users_read_chinese() => CommandRun.Of("explain", "质量好", "--lang", "zh").Output.ShouldContain("材质/成分");

    [Fact]
    public void Control_characters_of_a_review_do_not_reach_the_screen() =>
        CommandRun.Of("explain", "质量\u001b[31m好").Output.Split('\n').Skip(1).ShouldAllBe(line => !line.Contains('\u001b'));

    [Fact]
    public void A_review_may_start_with_an_at_sign() => CommandRun.Of("explain", "@客服 质量好").ExitCode.ShouldBe(ExitCode.Done);

    [Fact]
    public void Text_without_opinion_says_so() => CommandRun.Of("explain", "。", "--lang", "en").Output.ShouldContain("no opinion found");
}
