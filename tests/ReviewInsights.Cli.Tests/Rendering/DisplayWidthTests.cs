using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli.Tests.Rendering;

public sealed class DisplayWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Stage", 5)]
    [InlineData("充电宝A", 7)]
    [InlineData("，（）", 6)]
    [InlineData("👍", 2)]
    [InlineData("𠮷", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("│█▌", 3)]
    public void Chinese_and_emoji_take_two_columns(string text, int width) => DisplayWidth.Of(text).ShouldBe(width);

    [Theory]
    [InlineData("充电宝", 6, "充电宝")]
    [InlineData("充电宝", 5, "充..")]
    [InlineData("充电宝", 4, "充..")]
    [InlineData("abcdef", 4, "ab..")]
    [InlineData("😀😀😀", 5, "😀..")]
    public void A_long_name_is_cut_between_characters(string text, int width, string shown)
    {
        DisplayWidth.Fit(text, width).ShouldBe(shown);
        DisplayWidth.Of(shown).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public void A_name_from_the_data_cannot_steer_the_screen() =>
        DisplayWidth.Fit("a\u001b[31mb\nc\u202Ed", 20).ShouldBe("a [31mb c d");
}
