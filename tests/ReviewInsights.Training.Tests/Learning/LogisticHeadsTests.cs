using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Tests.Learning;

public sealed class LogisticHeadsTests
{
    [Fact]
    public void A_constant_feature_has_the_weight_that_solves_the_optimality_condition()
    {
        // Three positives and one negative, x = 1, c = 2: w = 2 (3 (1 - p) - p) with p = sigma(w).
        var weight = Train([(1, 1), (1, 1), (1, 1), (1, 0)], cost: 2);

        var p = 1 / (1 + Math.Exp(-weight));
        weight.ShouldBe(2 * (3 * (1 - p) - p), tolerance: 2e-3);
    }

    [Fact]
    public void Opposite_examples_cancel_out() => Train([(1, 1), (1, 0)], cost: 5).ShouldBe(0, tolerance: 1e-3);

    [Fact]
    public void A_pair_without_cost_teaches_nothing()
    {
        var rows = Rows([1, 1]);

        var heads = LogisticHeads.Train(rows, [0, 1], labels: [1, 1, 1, 1], costs: [1, 0, 1, 0], headCount: 2, featureCount: 1, passes: 50, seed: 1);

        heads.WeightsOf(0)[0].ShouldBeGreaterThan(0.5f);
        heads.WeightsOf(0)[1].ShouldBe(0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        float[] Weights() => LogisticHeads.Train(Rows([1, -2, 0.5f, 3]), [0, 1, 2, 3], [1, 0, 1, 1], [1, 1, 1, 1], 1, 1, 20, seed: 9).WeightsOf(0).ToArray();

        Weights().ShouldBe(Weights());
    }

    private static double Train((float X, float Y)[] samples, float cost) =>
        LogisticHeads.Train(Rows([.. samples.Select(s => s.X)]), [.. Enumerable.Range(0, samples.Length)], [.. samples.Select(s => s.Y)],
            [.. samples.Select(_ => cost)], headCount: 1, featureCount: 1, passes: 500, seed: 1).WeightsOf(0)[0];

    private static SparseRows Rows(float[] values)
    {
        var rows = new SparseRows();
        foreach (var value in values)
        {
            rows.Add(0, value);
            rows.EndRow();
        }
        return rows;
    }
}
