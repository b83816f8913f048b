namespace ReviewInsights.Tests.Specs;

/// <summary>Runs the rows of <c>Segmentation.md</c> against the default lexicon.</summary>
public sealed class SegmentationSpecTests
{
    internal const string Table = "Segmentation.md";

    private static readonly Segmenter Words = Segmenter.Create(Lexicon.LoadDefault());

    public static TheoryData<int, string, string> Rows()
    {
        var data = new TheoryData<int, string, string>();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", Table)))
        {
            number++;
            if (line.Split('|', StringSplitOptions.TrimEntries) is [_, var text, var tokens, _] && text is not ("text" or "---")) data.Add(number, text, tokens);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_is_cut_as_its_row_says(int line, string text, string tokens) =>
        string.Join(' ', Words.Cut(text).Where(word => !string.IsNullOrWhiteSpace(word))).ShouldBe(tokens, $"{Table}:{line}");

    [Fact]
    public void There_are_at_least_seventy_rows() => Rows().Count.ShouldBeGreaterThanOrEqualTo(70);
}
