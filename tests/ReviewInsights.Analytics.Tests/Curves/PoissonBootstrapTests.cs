using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class PoissonBootstrapTests
{
    [Fact]
    public void The_same_scores_and_seed_give_the_same_interval_and_another_seed_a_similar_one()
    {
        var scores = Histogram(Journeys.Times(80, 0.7, -0.4, 0.1, 0.3));
        var interval = PoissonBootstrap.OfMean(scores, 0.175, 1000, seed: 1);

        PoissonBootstrap.OfMean(scores, 0.175, 1000, seed: 1).ShouldBe(interval);
        var other = PoissonBootstrap.OfMean(scores, 0.175, 1000, seed: 2);
        other.ShouldNotBe(interval);
        other.Low.ShouldBe(interval.Low, 0.02);
        other.High.ShouldBe(interval.High, 0.02);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(20_000)]
    public void It_is_as_wide_as_theory_says(int n)
    {
        // Half 0.5, half -0.5: the standard error of the mean is 0.5 / √(n - 1).
        var interval = PoissonBootstrap.OfMean(Histogram(Journeys.Times(n, 0.5, -0.5)), 0, 4000, seed: 7);

        var half = StudentT.Quantile975(n - 1) * 0.5 / Math.Sqrt(n - 1);
        (interval.High - interval.Low).ShouldBe(2 * half, half * 0.2);
        (interval.High + interval.Low).ShouldBe(0, half * 0.2);
    }

    [Fact]
    public void Reviews_that_agree_leave_no_room_for_doubt() =>
        PoissonBootstrap.OfMean(Histogram(Journeys.Times(50, 0.4)), 0.4, 1000, seed: 0).ShouldSatisfyAllConditions(
            interval => interval.Low.ShouldBe(0.4, 1e-9),
            interval => interval.High.ShouldBe(0.4, 1e-9));

    [Fact]
    public void It_lies_around_the_exact_mean_though_scores_are_kept_in_hundredths()
    {
        // All scores are rounded up by 0.004.
        var scores = Histogram(Journeys.Times(400, 0.096, -0.104));
        var interval = PoissonBootstrap.OfMean(scores, -0.004, 2000, seed: 3);

        ((interval.Low + interval.High) / 2).ShouldBe(-0.004, 0.002);
    }

    private static ScoreHistogram Histogram(double[] scores)
    {
        var histogram = new ScoreHistogram();
        foreach (var score in scores) histogram.Add(CurveState.ToUnits(score));
        return histogram;
    }
}
