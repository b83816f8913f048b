using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class WilsonTests
{
    // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
    // method 3 (score, no continuity correction).
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Intervals_are_those_of_Newcombe_1998(long hits, long n, double low, double high)
    {
        var interval = Wilson.Interval(hits, n);
        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void No_hits_and_nothing_but_hits_reach_the_ends_exactly()
    {
        Wilson.Interval(0, 7).Low.ShouldBe(0);
        Wilson.Interval(7, 7).High.ShouldBe(1);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    [InlineData(200)]
    public void Over_all_shares_it_covers_the_truth_in_93_to_97_of_100_samples(int n)
    {
        // Exact: the binomial probabilities of the samples whose interval holds p, averaged over a grid of p.
        var covered = 0.0;
        for (var step = 1; step < 200; step++)
        {
            var p = step / 200.0;
            var probability = Math.Pow(1 - p, n);
            for (var hits = 0; hits <= n; hits++)
            {
                var (low, high) = Wilson.Interval(hits, n);
                if (low <= p && p <= high) covered += probability;
                probability *= p / (1 - p) * (n - hits) / (hits + 1);
            }
        }

        (covered / 199).ShouldBeInRange(0.93, 0.97);
    }
}
