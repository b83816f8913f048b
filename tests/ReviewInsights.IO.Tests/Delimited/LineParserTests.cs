using ReviewInsights.IO.Delimited;

namespace ReviewInsights.IO.Tests.Delimited;

public sealed class LineParserTests
{
    private static (string Cells, QuoteState Quotes, int Column) Parse(string line, bool isRest = false)
    {
        using var parser = new LineParser(',');
        parser.Parse(line, isRest);
        var cells = parser.Quotes == QuoteState.Broken ? "" : string.Join('|', Enumerable.Range(0, parser.Count).Select(i => parser.Cell(line, i)));
        return (cells, parser.Quotes, parser.Column);
    }

    [Theory]
    [InlineData("一,二", "一|二")]
    [InlineData(",", "|")]
    [InlineData("\"\",\"\"\"\",\"一\"", "|\"|一")]
    [InlineData("5\"屏,\"一,\"\"二\"\"\",6\"\"", "5\"屏|一,\"二\"|6\"\"")]
    public void Closed_cells_lose_their_quotes(string line, string cells) => Parse(line).ShouldBe((cells, QuoteState.Closed, 0));

    [Theory]
    [InlineData("一,\"二,三", "一|二,三", 3)]
    [InlineData("\"", "", 1)]
    [InlineData("5\"屏,\"二\"\"", "5\"屏|二\"", 5)]
    public void An_open_cell_is_the_last(string line, string cells, int column) => Parse(line).ShouldBe((cells, QuoteState.Open, column));

    [Theory]
    [InlineData("\"一\"二,\"三", 1)]
    [InlineData("5\"屏,\"一\" ,三", 5)]
    public void The_first_broken_cell_is_named(string line, int column) => Parse(line).ShouldBe(("", QuoteState.Broken, column));

    [Theory]
    [InlineData("一\",二", "一|二", nameof(QuoteState.Closed), 0)]
    [InlineData("\"", "", nameof(QuoteState.Closed), 0)]
    [InlineData("\",\"二\"", "|二", nameof(QuoteState.Closed), 0)]
    [InlineData("", "", nameof(QuoteState.Open), 0)]
    [InlineData("\"\"一", "\"一", nameof(QuoteState.Open), 0)]
    [InlineData("一\",\"二", "一|二", nameof(QuoteState.Open), 4)]
    [InlineData("一\"二", "", nameof(QuoteState.Broken), 0)]
    public void A_line_may_be_the_rest_of_a_cell(string line, string cells, string quotes, int column) =>
        Parse(line, isRest: true).ShouldBe((cells, Enum.Parse<QuoteState>(quotes), column));

    [Fact]
    public void Nothing_of_a_line_is_left_for_the_next()
    {
        using var parser = new LineParser(',');
        foreach (var line in (string[])["\"开", "\"好\"吗,\"", "5\"", new string('x', 70_000) + ",\"", "一,二"])
            parser.Parse(line, isRest: false);
        (parser.Count, parser.Quotes, parser.Cell("一,二", 1)).ShouldBe((2, QuoteState.Closed, "二"));
    }
}
