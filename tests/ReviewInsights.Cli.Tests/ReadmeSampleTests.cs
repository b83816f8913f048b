using ReviewInsights.Analytics;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tests;

/// <summary>The sample in the README of ReviewInsights.IO is the code below, and it runs.</summary>
public sealed class ReadmeSampleTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void The_sample_tags_and_draws_curves()
    {
        _scratch.Write("reviews.csv", "text,sku\n物流很快,a\n电池不耐用,a\n质量好,b\n");

        var said = Run(_scratch["reviews.csv"], _scratch["tagged.ndjson"]);

        _scratch.Read("tagged.ndjson").Count(c => c == '\n').ShouldBe(3);
        said.ShouldContain(line => line.StartsWith("a usage 1 ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_readme_shows_the_code_that_ran()
    {
        var root = Root(AppContext.BaseDirectory);
        var shown = File.ReadAllText(Path.Combine(root, "src", "ReviewInsights.IO", "README.md")).ReplaceLineEndings("\n");
        var ran = File.ReadAllText(Path.Combine(root, "tests", "ReviewInsights.Cli.Tests", "ReadmeSampleTests.cs")).ReplaceLineEndings("\n");
        var body = ran[(ran.IndexOf("        // begin\n", StringComparison.Ordinal) + 17)..ran.IndexOf("        // end\n", StringComparison.Ordinal)];

        var code = string.Join('\n', body.Split('\n').Select(line => line.Length > 8 ? line[8..] : line))
            .Replace("ReviewInput.Open(input_)", "ReviewInput.Open(\"reviews.csv\")", StringComparison.Ordinal)
            .Replace("File.Create(output_)", "File.Create(\"tagged.ndjson\")", StringComparison.Ordinal)
            .Replace("said.Add(", "Console.WriteLine(", StringComparison.Ordinal);

        shown.ShouldContain(code);
    }

    public void Dispose() => _scratch.Dispose();

    private static List<string> Run(string input_, string output_)
    {
        var said = new List<string>();
        // begin
        var analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
        var curves = new GroupedCurveAggregator();
        using var input = ReviewInput.Open(input_);
        using var reviews = input.Reviews();
        using var output = new ResultWriter(File.Create(output_), new NdjsonFormat());
        foreach (var row in reviews.Read())
        {
            if (row.Review is not { } review) continue; // row.Rejection says why
            var analysis = analyzer.Analyze(review);
            output.Write(analysis);
            curves.Add(review.ProductId, analysis);
        }

        output.Complete();
        foreach (var group in curves.ToCurves().Groups)
            foreach (var point in group.Curve.Points)
                said.Add($"{group.Key} {point.Stage} {point.Reviews} {point.Estimate?.Mean:0.00}");
        // end
        return said;
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "ReviewInsights.sln"))
            ? folder
            : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run below the checkout."));
}
