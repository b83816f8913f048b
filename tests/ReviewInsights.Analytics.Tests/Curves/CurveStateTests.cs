using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class CurveStateTests
{
    [Theory]
    [InlineData(0.5, 5000)]
    [InlineData(-0.12345678, -1235)]
    [InlineData(0.00004, 0)]
    [InlineData(0.1 + 0.2, 3000)]
    public void Scores_count_with_four_decimals(double score, long units) => CurveState.ToUnits(score).ShouldBe(units);

    [Fact]
    public void Rounding_a_score_before_it_comes_in_changes_nothing()
    {
        var random = new Random(41);
        for (var i = 0; i < 100_000; i++)
        {
            var score = (random.NextDouble() * 2) - 1;
            CurveState.ToUnits(Math.Round(score, 4)).ShouldBe(CurveState.ToUnits(score));
        }

        // Halves, where two ways of rounding could part.
        for (var i = -10_000; i < 10_000; i++)
            CurveState.ToUnits(Math.Round((i + 0.5) / 10_000, 4)).ShouldBe(CurveState.ToUnits((i + 0.5) / 10_000));
    }

    [Theory]
    [InlineData(7, 2, 4)]
    [InlineData(-7, 2, -4)]
    [InlineData(10, 3, 3)]
    [InlineData(-11, 3, -4)]
    [InlineData(0, 3, 0)]
    public void Means_of_a_review_round_to_the_nearest_and_mirror(long sum, int count, long mean) =>
        CurveState.RoundedMean(sum, count).ShouldBe(mean);

    [Fact]
    public void A_billion_reviews_lose_no_digit()
    {
        var small = Journeys.Collect(Journeys.Random(43, 1000)).State;
        var large = Journeys.Collect(Journeys.Random(43, 1000)).State;
        for (var doubling = 0; doubling < 20; doubling++)
        {
            var copy = new CurveState(CurveOptions.DefaultStages);
            copy.Merge(large);
            large.Merge(copy);
        }

        large.Reviews.ShouldBe(1000L << 20);
        for (var stage = 0; stage < small.StageCount; stage++)
        {
            large.Mean(stage).ShouldBe(small.Mean(stage), 1e-16);
            (large.CentredProducts(stage, 3) / (1 << 20)).ShouldBe(small.CentredProducts(stage, 3), 1e-9);
        }
    }

    [Fact]
    public void Centred_products_agree_with_summing_the_deviations()
    {
        (double A, double B)[] pairs = [(0.9, 0.2), (-0.4, 0.1), (0.7, -0.8), (0.1, 0.1), (-0.6, -0.9)];
        double[] onlyA = [0.5, -0.5, 0.3];
        var state = Journeys.Collect([
            .. pairs.Select(p => Journeys.Review((Journeys.Receiving, p.A), (Journeys.Usage, p.B))),
            .. onlyA.Select(a => Journeys.Review((Journeys.Receiving, a)))]).State;

        var meanA = pairs.Select(p => p.A).Concat(onlyA).Average();
        var meanB = pairs.Average(p => p.B);
        state.CentredProducts(2, 3).ShouldBe(pairs.Sum(p => (p.A - meanA) * (p.B - meanB)), 1e-12);
        state.CentredProducts(3, 2).ShouldBe(state.CentredProducts(2, 3));
        state.CentredProducts(2, 2).ShouldBe(
            pairs.Select(p => p.A).Concat(onlyA).Sum(a => (a - meanA) * (a - meanA)), 1e-12);
    }
}
