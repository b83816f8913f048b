using System.Text.Json;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class EvaluateSegmentationCommandTests
{
    // 不好|用 is annotated wrongly on purpose: the segmenter says 不|好用.
    private const string Gold = "价格 便宜\n\n不好 用\n";

    [Fact]
    public void Words_are_scored_and_wrong_cuts_listed()
    {
        using var scratch = new Scratch();

        var run = CommandRun.Of("evaluate", "segmentation", scratch.Write("gold.txt", Gold));

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        run.Output.ShouldStartWith("2 texts: precision 0.5000, recall 0.5000, F1 0.5000, gold words 4, words 4\n");
        run.Output.ShouldContain("    1  不好 用 → 不 好用\n");
    }

    [Fact]
    public void Another_lexicon_is_compared_text_by_text()
    {
        using var scratch = new Scratch();
        var cuts = scratch.Write("cuts.tsv", "word\tparts\n价格便宜\t\n便宜\t便|宜\n");
        var gold = scratch.Write("gold.txt", Gold);

        CommandRun.Of("evaluate", "segmentation", gold, "--against", cuts).Output.ShouldContain($"against {cuts}: F1 0.2222, difference +0.2778");
        CommandRun.Of("evaluate", "segmentation", gold, "--lexicon", cuts, "--against", cuts).Output.ShouldContain("difference +0.0000, 95 % interval +0.0000 to +0.0000 (paired bootstrap over texts): not significant");
    }

    [Fact]
    public void Json_holds_the_same_figures()
    {
        using var scratch = new Scratch();
        var gold = scratch.Write("gold.txt", Gold);

        using var json = JsonDocument.Parse(CommandRun.Of("evaluate", "segmentation", gold, "--json", "--against", scratch.Write("w.tsv", "word\tfrequency\ttag\n叮咚\t\t\n")).Output);

        var root = json.RootElement;
        root.GetProperty("lexicon").GetString().ShouldBe(Lexicon.LoadDefault().Info.Version);
        root.GetProperty("f1").GetDouble().ShouldBe(0.5);
        root.GetProperty("differences")[0].GetProperty("found").GetString().ShouldBe("不 好用");
        (root.GetProperty("known").GetProperty("gold_words").GetInt32() + root.GetProperty("unknown").GetProperty("gold_words").GetInt32()).ShouldBe(4);
        root.GetProperty("against").GetProperty("significant").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Optional_dots_are_asked_for()
    {
        using var scratch = new Scratch();
        var gold = scratch.Write("gold.txt", "价格·便宜\n");

        CommandRun.Of("evaluate", "segmentation", gold, "--optional-dots").Output.ShouldContain("F1 1.0000");
        CommandRun.Of("evaluate", "segmentation", gold).Output.ShouldContain("F1 0.0000");
    }

    [Fact]
    public void A_file_without_words_is_wrong_usage()
    {
        using var scratch = new Scratch();

        CommandRun.Of("evaluate", "segmentation", scratch.Write("gold.txt", "\n \n")).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("evaluate", "segmentation", scratch["none.txt"]).ExitCode.ShouldBe(ExitCode.Unreadable);
    }
}
