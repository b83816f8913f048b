using System.IO.Compression;
using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Tests.Generation;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-insights-");

    [Fact]
    public void The_name_of_the_file_decides_layout_and_compression()
    {
        Run("dump.ndjson.gz", "--rows", "100").ShouldBe(0);

        using var lines = new StreamReader(new GZipStream(File.OpenRead(PathOf("dump.ndjson.gz")), CompressionMode.Decompress));
        var rows = lines.ReadToEnd().TrimEnd('\n').Split('\n');
        rows.Length.ShouldBe(100);
        rows.ShouldAllBe(row => row.StartsWith("{\"id\":"));
    }

    [Fact]
    public void Without_a_size_nothing_is_written()
    {
        Run("dump.csv").ShouldNotBe(0);
        File.Exists(PathOf("dump.csv")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("1500", 1500)]
    [InlineData("64k", 64_000)]
    [InlineData("500M", 500_000_000)]
    [InlineData("10G", 10_000_000_000)]
    public void Sizes_are_read_in_powers_of_a_thousand(string text, long bytes) => GenerateCommand.ParseSize(text).ShouldBe(bytes);

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private int Run(string name, params string[] options) => GenerateCommand.Create().Parse([PathOf(name), .. options]).Invoke();
}
