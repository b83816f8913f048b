using System.Text;

namespace ReviewInsights.Tests.Specs;

/// <summary>Runs the rows of the tables in this folder against the default lexicon.</summary>
public sealed class SpecTests
{
    private static readonly ReviewAnalyzer Default = ReviewAnalyzer.Create(Lexicon.LoadDefault(), new ReviewAnalyzerOptions { KeepTokens = true });
    private static readonly ReviewAnalyzer Rules = ReviewAnalyzer.Create(Lexicon.LoadDefault(), new ReviewAnalyzerOptions { KeepTokens = true, RulesOnly = true });

    public static TheoryData<string, int, string, string> Rows()
    {
        var data = new TheoryData<string, int, string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Where(f => Path.GetFileName(f) != SegmentationSpecTests.Table).Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Split('|', StringSplitOptions.TrimEntries) is [_, var text, var opinions, _] && text is not ("text" or "---"))
                    data.Add(Path.GetFileName(file), number, text, opinions);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_review_says_what_its_row_says(string file, int line, string text, string opinions) => Check(Default, file, line, text, opinions);

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_rules_alone_say_what_the_row_says(string file, int line, string text, string opinions) => Check(Rules, file, line, text, opinions);

    private static void Check(ReviewAnalyzer analyzer, string file, int line, string text, string opinions)
    {
        var analysis = analyzer.Analyze(text);
        var found = analysis.Opinions.Select(o => $"{o.Aspect} {Sign(o.Polarity)} {o.Stage}").Distinct().Order(StringComparer.Ordinal);
        var expected = opinions == "-" ? Enumerable.Empty<string>() : opinions.Split(';', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal);
        if (!found.SequenceEqual(expected))
            Assert.Fail($"{file}:{line} {text}\n expected: {string.Join("; ", expected)}\n found:    {string.Join("; ", found)}\n{Explain(analysis)}");
    }

    [Fact]
    public void There_are_at_least_two_hundred_rows() => Rows().Count.ShouldBeGreaterThanOrEqualTo(200);

    private static string Sign(Polarity polarity) => polarity switch { Polarity.Positive => "+", Polarity.Negative => "-", _ => "0" };

    private static string Explain(ReviewAnalysis analysis)
    {
        var text = analysis.Review.Text;
        var explanation = new StringBuilder("tokens: ").AppendJoin('|', analysis.Tokens.Select(t => t.Span.Of(text).ToString())).AppendLine();
        foreach (var opinion in analysis.Opinions)
        {
            explanation.AppendLine($"  {opinion.Attribute ?? opinion.Aspect} {opinion.Score:0.00} {opinion.Stage} '{opinion.Expression.Of(text)}'");
            foreach (var step in opinion.Evidence)
                explanation.AppendLine($"    {step.Kind,-12} {step.Rule,-32} {step.Span.Of(text)}  {step.Before:0.00} → {step.After:0.00}");
        }
        return explanation.ToString();
    }
}
