using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Tests.Learning;

public sealed class SquaredHingeTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void One_example_has_the_closed_form_solution(double cost)
    {
        // min ½w² + C (1 − 2w)²: w = 4C / (1 + 8C).
        var rows = new SparseRows();
        rows.Add(0, 2);
        rows.EndRow();

        SquaredHinge.Train(rows, [0], [true], cost, featureCount: 1, passes: 100, seed: 1)[0].ShouldBe(4 * cost / (1 + 8 * cost), tolerance: 1e-3);
    }

    [Fact]
    public void Examples_beyond_the_margin_do_not_count()
    {
        var rows = new SparseRows();
        foreach (var x in (float[])[1, -1, 1000])
        {
            rows.Add(0, x);
            rows.EndRow();
        }

        // The two at the margin: w = 4C / (1 + 4C); the third lies far beyond.
        SquaredHinge.Train(rows, [0, 1, 2], [true, false, true], cost: 1, featureCount: 1, passes: 500, seed: 1)[0].ShouldBe(0.8, tolerance: 1e-2);
    }
}
