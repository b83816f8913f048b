using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli.Tests.Rendering;

public sealed class ScoreBarTests
{
    [Theory]
    [InlineData(1.0, "          │██████████")]
    [InlineData(0.25, "          │██▌")]
    [InlineData(0.02, "          │")]
    [InlineData(0.0, "          │")]
    [InlineData(-0.25, "       ▐██│")]
    [InlineData(-1.0, "██████████│")]
    [InlineData(null, "          │")]
    public void Bars_grow_from_an_axis_in_the_middle(double? score, string bar) => ScoreBar.Draw(score).ShouldBe(bar);

    [Theory]
    [InlineData(-1.0, '▁')]
    [InlineData(0.0, '▅')]
    [InlineData(1.0, '█')]
    [InlineData(null, '·')]
    public void Columns_go_from_the_lowest_to_the_full_block(double? score, char column) => ScoreBar.Column(score).ShouldBe(column);

    [Fact]
    public void The_scale_is_as_wide_as_the_bars() => ScoreBar.Scale.Length.ShouldBe(ScoreBar.Draw(1).Length);
}
