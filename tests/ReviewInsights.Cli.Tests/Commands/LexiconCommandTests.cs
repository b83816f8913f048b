namespace ReviewInsights.Cli.Tests.Commands;

public sealed class LexiconCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void A_compiled_folder_can_be_used_in_place_of_the_built_in_lexicon()
    {
        _scratch.Write("SOURCES.tsv", "file\torigin\tlicence\naspects.tsv\tme\tMIT\nstages.tsv\tme\tMIT\ngeneral.tsv\tme\tMIT\n");
        _scratch.Write("stages.tsv", "stage\tzh\ten\nusage\t使用\tUsage\n");
        _scratch.Write("aspects.tsv", "aspect\tzh\ten\tstages\noverall\t整体\tOverall\tnone\n");
        _scratch.Write("general.tsv", "term\tvalence\tattribute\tbinding\tstage\n棒\t0.7\n");

        var folder = Path.GetDirectoryName(_scratch["x"])!;
        CommandRun.Of("lexicon", "compile", folder, "-o", _scratch["mine.rilex"], "--name", "mine").ExitCode.ShouldBe(ExitCode.Done);

        CommandRun.Of("explain", "棒", "--json", "--lexicon", _scratch["mine.rilex"]).Output.ShouldContain("\"lexicon\":\"mine+");
    }

    [Fact]
    public void Words_are_imported_from_a_dictionary()
    {
        var dictionary = _scratch.Write("dict.txt", "价格 5000 n\n便宜 3000 a\n价格便宜 10 n\n");

        var run = CommandRun.Of("lexicon", "import-words", dictionary, "-o", _scratch["words.tsv"]);

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        _scratch.Read("words.tsv").ShouldBe("word\tfrequency\ttag\n价格\t5000\tn\n便宜\t3000\ta\n");
        run.Output.ShouldContain("3 rows read, 2 written");
    }

    [Fact]
    public void Characters_are_imported_from_a_table()
    {
        CommandRun.Of("lexicon", "import-characters", _scratch.Write("t.txt", "馬\t马\n"), "-o", _scratch["traditional.tsv"]).ExitCode.ShouldBe(ExitCode.Done);

        _scratch.Read("traditional.tsv").ShouldBe("from\tto\n馬\t马\n");
    }

    [Fact]
    public void A_damaged_source_is_unreadable_and_leaves_no_table()
    {
        var run = CommandRun.Of("lexicon", "import-words", _scratch.Write("dict.txt", "价格\n"), "-o", _scratch["words.tsv"]);

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("dict.txt:1:1");
        _scratch.Files().ShouldNotContain("words.tsv");
    }

    public void Dispose() => _scratch.Dispose();
}
