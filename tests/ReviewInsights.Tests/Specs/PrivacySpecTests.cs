namespace ReviewInsights.Tests.Specs;

/// <summary>Runs the rows of <c>Privacy.md</c>.</summary>
public sealed class PrivacySpecTests
{
    private const string Table = "Privacy.md";

    public static TheoryData<int, string, string, string> Rows()
    {
        var data = new TheoryData<int, string, string, string>();
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", Table)))
        {
            number++;
            if (line.Split('|', StringSplitOptions.TrimEntries) is [_, var text, var masked, var kinds, _] && text is not ("text" or "---")) data.Add(number, text, masked, kinds);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_text_is_masked_as_its_row_says(int line, string text, string masked, string kinds)
    {
        PiiMasker.Default.Mask(text).ShouldBe(masked == "-" ? text : masked, $"{Table}:{line}");
        string.Join(' ', PiiMasker.Default.Find(text).Select(datum => datum.Kind)).ShouldBe(kinds == "-" ? "" : kinds, $"{Table}:{line}");
    }

    [Fact]
    public void There_are_at_least_a_hundred_rows_in_both_directions()
    {
        Rows().Count(row => row.Data.Item3 != "-").ShouldBeGreaterThanOrEqualTo(60);
        Rows().Count(row => row.Data.Item3 == "-").ShouldBeGreaterThanOrEqualTo(60);
    }
}
