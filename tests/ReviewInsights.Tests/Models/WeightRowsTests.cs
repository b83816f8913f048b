using ReviewInsights.Lexicons;
using ReviewInsights.Models;

namespace ReviewInsights.Tests.Models;

public sealed class WeightRowsTests
{
    [Fact]
    public void Sums_are_what_a_loop_over_the_weights_gives()
    {
        var (rows, expected) = (new List<sbyte>(), new float[HeadLayout.Stride]);
        var random = new Random(5);
        for (var row = 0; row < 20; row++)
        {
            var weights = Enumerable.Range(0, WeightRow.Length).Select(_ => (sbyte)random.Next(-31, 32)).ToArray();
            var scale = WeightRow.Unit * (1 << (row % 3));
            WeightRow.Append(weights, scale, WeightRow.Unit, rows);
            for (var head = 0; head < weights.Length; head++) expected[head] += weights[head] * scale;
        }

        var sums = new float[HeadLayout.Stride];
        WeightRows.Add([.. rows], (int[])[.. Enumerable.Range(0, 20)], 1, sums);

        for (var head = 0; head < WeightRow.Length; head++) sums[head].ShouldBe(expected[head], tolerance: 1e-4f);
    }

    [Fact]
    public void Sums_stop_at_their_bounds_instead_of_turning_over()
    {
        var rows = new List<sbyte>();
        WeightRow.Append([127, -127], WeightRow.ScaleFor(30), WeightRow.Unit, rows);

        var sums = new float[HeadLayout.Stride];
        WeightRows.Add([.. rows], (int[])[.. Enumerable.Repeat(0, 1000)], 1, sums);

        sums[0].ShouldBe(short.MaxValue * WeightRow.Unit);
        sums[1].ShouldBe(short.MinValue * WeightRow.Unit);
    }

    [Fact]
    public void Weights_are_rounded_to_the_unit_of_the_sums_and_cut_at_two()
    {
        var rows = new List<sbyte>();

        WeightRow.Append([127, 13, -3], WeightRow.ScaleFor(0.2f), WeightRow.Unit, rows);
        WeightRow.Append([127], WeightRow.ScaleFor(30), WeightRow.Unit, rows);

        rows[..3].ShouldBe([16, 2, 0]);
        rows[WeightRow.Length].ShouldBe((sbyte)127);
    }

    [Theory]
    [InlineData(0.001f)]
    [InlineData(0.25f)]
    [InlineData(3.1f)]
    public void The_highest_weight_fits_its_byte(float highest) => (highest / WeightRow.ScaleFor(highest)).ShouldBeInRange(0, 127);

    [Fact]
    public void A_product_is_summed_over_all_features()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 19)], numbers = [.. Enumerable.Range(1, 19)];

        WeightRows.Dot(ones, numbers).ShouldBe(190);
    }
}
