using ReviewInsights.Cli.Commands;

namespace ReviewInsights.Cli.Tests;

public sealed class FilePatternTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public FilePatternTests()
    {
        Directory.CreateDirectory(_scratch["一/二"]);
        Directory.CreateDirectory(_scratch[".藏"]);
        foreach (var name in (string[])["b.csv", "a.csv", "B.CSV", "c.txt", ".d.csv", "一/e.csv", "一/二/f.csv", ".藏/g.csv", "x[1].csv", "y*.csv"])
            _scratch.Write(name, "text\n好\n");
    }

    public void Dispose() => _scratch.Dispose();

    private string[] Expand(params string[] patterns) =>
        [.. InputOptions.Expand(patterns.Select(p => _scratch[p])).Select(f => Path.GetRelativePath(_scratch[""], f).Replace('\\', '/'))];

    [Theory]
    [InlineData("*.csv", "a.csv b.csv x[1].csv y*.csv")]
    [InlineData("?.csv", "a.csv b.csv")]
    [InlineData(".*.csv", ".d.csv")]
    [InlineData("**/*.csv", "a.csv b.csv x[1].csv y*.csv 一/e.csv 一/二/f.csv")]
    [InlineData("**/二/*", "一/二/f.csv")]
    [InlineData("一/**", "一/e.csv 一/二/f.csv")]
    [InlineData("*/e.csv", "一/e.csv")]
    [InlineData("y*.csv", "y*.csv")]
    [InlineData("x[1].csv", "x[1].csv")]
    public void A_pattern_stands_for_all_files_that_fit_in_ordinal_order(string pattern, string files) => Expand(pattern).ShouldBe(files.Split(' '));

    [Fact]
    public void Arguments_keep_their_order() => Expand("c.txt", "?.csv", "a.csv").ShouldBe(["c.txt", "a.csv", "b.csv", "a.csv"]);

    [Fact]
    public void What_is_no_file_stays_as_it_is() =>
        InputOptions.Expand(["-", "postgres://u@h/d?sslmode=require"]).ShouldBe(["-", "postgres://u@h/d?sslmode=require"]);

    [Fact]
    public void A_pattern_without_a_file_is_an_error_and_so_is_a_missing_file()
    {
        Should.Throw<FileNotFoundException>(() => Expand("*.xlsx")).Message.ShouldContain("*.xlsx");
        Should.Throw<FileNotFoundException>(() => Expand("nowhere/*.csv"));
        Should.Throw<FileNotFoundException>(() => Expand("a.csv", "z.csv")).Message.ShouldContain("z.csv");
        Should.Throw<UsageException>(() => InputOptions.Expand(["--no-such*option"])).Message.ShouldContain("--no-such*option");
    }

    [Fact]
    public void A_folder_that_cannot_be_read_is_an_error_because_its_files_would_be_missed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "whoever runs this may read every folder");
        if (OperatingSystem.IsWindows())
            return;
        var folder = new DirectoryInfo(_scratch["一/二"]);
        var mode = folder.UnixFileMode;
        folder.UnixFileMode = UnixFileMode.None;
        try
        {
            Should.Throw<UnauthorizedAccessException>(() => Expand("**/*.csv")).Message.ShouldSatisfyAllConditions(
                m => m.ShouldContain("**/*.csv"), m => m.ShouldContain("一/二"), m => m.ShouldContain("leaves it out"));
            Expand("一/*.csv").ShouldBe(["一/e.csv"]);
        }
        finally
        {
            folder.UnixFileMode = mode;
        }
    }

    [Fact]
    public void A_pattern_without_a_folder_gives_bare_names()
    {
        // A process has one current folder for all its threads, so the test leaves it where it is.
        FilePattern.Find(Path.GetRelativePath(".", _scratch["?.csv"])).ShouldBe([Path.GetRelativePath(".", _scratch["a.csv"]), Path.GetRelativePath(".", _scratch["b.csv"])]);
    }
}
