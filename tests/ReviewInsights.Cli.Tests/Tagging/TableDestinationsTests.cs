namespace ReviewInsights.Cli.Tests.Tagging;

public sealed class TableDestinationsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Codes_that_would_be_one_column_are_told_of()
    {
        var stages = _scratch.Write("mine.tsv", "stage\tzh\ten\nunbox-ing\t拆一\tUnbox one\nunbox_ing\t拆二\tUnbox two\n");

        var run = CommandRun.Of("tag", _scratch.Write("a.csv", "text\n很好\n"), "--lexicon", stages, "-o", _scratch["out.db"]);

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("Two columns would be called stage_unbox_ing");
        _scratch.Files().ShouldNotContain("out.db");
    }
}
