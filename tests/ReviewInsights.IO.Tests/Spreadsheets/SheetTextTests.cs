using ReviewInsights.IO.Spreadsheets;

namespace ReviewInsights.IO.Tests.Spreadsheets;

public sealed class SheetTextTests
{
    [Theory]
    [InlineData("质量很好👍\n\t_完_", "质量很好👍\n\t_完_")]
    [InlineData("a\rb\u0001\0", "a_x000D_b_x0001__x0000_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    [InlineData("_x0041\u0001", "_x005F_x0041_x0001_")]
    [InlineData("_x0041", "_x0041")]
    [InlineData("_x0041👍", "_x0041👍")]
    [InlineData("_x00g1_ _y0041_", "_x00g1_ _y0041_")]
    public void What_XML_cannot_carry_and_what_looks_like_an_escape_is_escaped(string text, string escaped) => SheetText.Escape(text).ShouldBe(escaped);

    // Not rows of the theory above: the test framework keeps its rows as UTF-8 and would lose the lone halves.
    [Fact]
    public void Halves_of_pairs_are_escaped_and_whole_pairs_are_not()
    {
        SheetText.Escape("\udc00好\ud83d").ShouldBe("_xDC00_好_xD83D_");
        SheetText.Escape("_x0041\ud83d").ShouldBe("_x005F_x0041_xD83D_");
        SheetText.Escape("\ud83d\ud83d\ude00\uffff").ShouldBe("_xD83D_😀_xFFFF_");
    }
}
