namespace ReviewInsights.Cli.Tests.Commands;

public sealed class EvaluateCommandTests
{
    private const string Gold = """
        {"id":"1","category":"手机","text":"屏幕很清晰，物流太慢了","overall":"mixed","suggestion":false,"opinions":[{"aspect":"usage","polarity":"positive","stage":"usage","span":[0,5]},{"aspect":"logistics","polarity":"negative","stage":"anticipation","span":[6,5]}]}
        {"id":"2","category":"手机","text":"质量很差","overall":"negative","suggestion":false,"opinions":[{"aspect":"material","polarity":"positive","stage":"usage","span":[0,4]}]}

        """;

    [Fact]
    public void Opinions_are_scored_by_review_aspect_and_category()
    {
        using var scratch = new Scratch();

        var run = CommandRun.Of("evaluate", "opinions", scratch.Write("gold.jsonl", Gold));

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        // Two of three annotated opinions, and the polarity of the third is annotated wrongly on purpose.
        run.Output.ShouldMatch(@"aspect\+polarity +0\.667 +0\.667 +0\.667 +3 +3");
        run.Output.ShouldMatch(@"material +0\.000 +0\.000 +0\.000 +1 +1");
        run.Output.ShouldContain("overall polarity 1.000 (n 1)");
        run.Output.ShouldContain("\n  2  2\n");
    }

    [Fact]
    public void A_system_does_not_differ_from_itself()
    {
        using var scratch = new Scratch();
        using var lexicon = File.Create(scratch["own.rilex"]);
        Lexicon.LoadDefault().Save(lexicon);
        lexicon.Dispose();

        var run = CommandRun.Of("evaluate", "opinions", scratch.Write("gold.jsonl", Gold), "--against", scratch["own.rilex"]);

        run.Output.ShouldContain("difference +0.0000");
        run.Output.ShouldContain("not significant");
    }

    [Fact]
    public void Overall_polarity_is_scored_in_two_classes()
    {
        using var scratch = new Scratch();
        var texts = scratch.Write("texts.csv", "category,label,text\n手机,1,非常好用，很满意\n手机,0,垃圾，别买\n衣服,1,垃圾，别买\n");

        var run = CommandRun.Of("evaluate", "polarity", texts, "--against", "rules");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        run.Output.ShouldStartWith("3 texts: accuracy 0.6667");
        run.Output.ShouldMatch(@"衣服 +0\.0000 +1");
        run.Output.ShouldContain("McNemar p = 1.0000");
    }

    [Theory]
    [InlineData("20")]
    [InlineData("a-b")]
    public void A_bucket_is_a_range(string range)
    {
        using var scratch = new Scratch();

        CommandRun.Of("evaluate", "polarity", scratch.Write("t.csv", "label,text\n1,好\n"), "--only-bucket", range).ExitCode.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public void Unreadable_gold_is_named()
    {
        using var scratch = new Scratch();

        var run = CommandRun.Of("evaluate", "opinions", scratch.Write("gold.jsonl", "{"));

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("gold.jsonl:1");
    }
}
