namespace ReviewInsights.Training.Tests.Compilation;

public sealed class LexiconFolderTests : IDisposable
{
    private static readonly string Lexicons = Path.Combine(Repository.Root, "lexicons");

    private readonly string _folder = Directory.CreateTempSubdirectory("lexicon").FullName;

    [Fact]
    public void The_folder_of_the_repository_compiles_to_the_embedded_lexicon() =>
        LexiconFolder.Compile(Lexicons, Lexicon.LoadDefault().Info.Name).Info.ContentHash.ShouldBe(Lexicon.LoadDefault().Info.ContentHash);

    [Fact]
    public void The_vocabulary_is_as_large_as_promised()
    {
        Rows("aspects/terms.tsv").ShouldBeGreaterThanOrEqualTo(400);
        Directory.EnumerateFiles(Path.Combine(Lexicons, "polarity")).Sum(f => Rows(Path.GetRelativePath(Lexicons, f))).ShouldBeGreaterThanOrEqualTo(1200);
        (Rows("rules/negators.tsv") + Rows("rules/degrees.tsv")).ShouldBeGreaterThanOrEqualTo(60);
        Rows("stages/cues.tsv").ShouldBeGreaterThanOrEqualTo(150);
    }

    [Fact]
    public void Terms_are_written_as_they_are_looked_up()
    {
        var offences =
            from file in Directory.EnumerateFiles(Lexicons, "*.tsv", SearchOption.AllDirectories)
            where Path.GetFileName(Path.GetDirectoryName(file)) is "aspects" or "polarity" or "rules" or "stages" or "segment"
            from line in File.ReadLines(file)
            where !line.StartsWith("# ", StringComparison.Ordinal)
            let term = line.Split('\t')[0]
            where term.Any(char.IsUpper) || term.Any(c => c is >= '\uFF01' and <= '\uFF5E' && char.IsAsciiLetterOrDigit((char)(c - 0xFEE0))) || term.Trim() != term
            select $"{Path.GetFileName(file)}: {term}";

        offences.ShouldBeEmpty();
    }

    [Fact]
    public void A_table_without_origin_and_licence_does_not_compile()
    {
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nstages.tsv\tme\tMIT\n");
        Write("stages.tsv", "stage\tzh\ten\nusage\t使用\tUsage\n");
        Write("cues.tsv", "cue\tstage\n用了\tusage\n");

        Should.Throw<LexiconFormatException>(() => LexiconFolder.Compile(_folder, "t")).Message.ShouldContain("no row for 'cues.tsv'");
    }

    [Fact]
    public void A_listed_table_that_is_not_there_is_named()
    {
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nstages.tsv\tme\tMIT\n");

        var error = Should.Throw<LexiconFormatException>(() => LexiconFolder.Compile(_folder, "t"));
        (error.Line, error.Column).ShouldBe((2, 1));
        error.Message.ShouldContain("'stages.tsv' does not exist");
    }

    [Fact]
    public void Tables_are_read_in_an_order_in_which_names_are_known()
    {
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\ncues.tsv\tme\tMIT\nstages.tsv\tme\tMIT\n");
        Write("stages.tsv", "stage\tzh\ten\nusage\t使用\tUsage\n");
        Write("cues.tsv", "cue\tstage\n用了\tusage\n");

        LexiconFolder.Compile(_folder, "t").Info.TermCount.ShouldBe(1);
    }

    [Fact]
    public void The_table_of_actions_is_no_part_of_the_lexicon()
    {
        const string columns = "cause_zh\tcause_en\taction_zh\taction_en\towner_zh\towner_en\tmeasure_zh\tmeasure_en";
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nstages.tsv\tme\tMIT\n");
        Write("stages.tsv", "stage\tzh\ten\nusage\t使用\tUsage\n");
        var without = LexiconFolder.Compile(_folder, "t").Info.ContentHash;

        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nactions.tsv\tme\tMIT\nstages.tsv\tme\tMIT\n");
        Write("actions.tsv", $"# what to do\nstage\taspect\tattribute\t{columns}\nusage\tnothing\n");

        LexiconFolder.Compile(_folder, "t").Info.ContentHash.ShouldBe(without);
    }

    [Fact]
    public void The_words_of_privacy_are_no_part_of_the_lexicon()
    {
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nprivacy.tsv\tme\tMIT\n");
        Write("privacy.tsv", "word\troles\n路\troad\n");

        LexiconFolder.Compile(_folder, "t").Info.TermCount.ShouldBe(0);
    }

    [Fact]
    public void A_table_of_actions_whose_header_is_misspelt_is_reported()
    {
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nactions.tsv\tme\tMIT\n");
        Write("actions.tsv", "stage\taspect\tattribute\tcause\n");

        Should.Throw<LexiconFormatException>(() => LexiconFolder.Compile(_folder, "t")).Code.ShouldBe("RI110");
    }

    [Fact]
    public void An_error_names_file_line_and_column()
    {
        Write(LexiconFolder.SourcesFile, "file\torigin\tlicence\nrules/cues.tsv\tme\tMIT\n");
        Write("rules/cues.tsv", "cue\tstage\n# comment\n用了\tusing\n");

        Should.Throw<LexiconFormatException>(() => LexiconFolder.Compile(_folder, "t")).Message.ShouldStartWith("rules/cues.tsv:3:4: error RI117");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Rows(string file) =>
        File.ReadLines(Path.Combine(Lexicons, file)).Count(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) - 1;

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
