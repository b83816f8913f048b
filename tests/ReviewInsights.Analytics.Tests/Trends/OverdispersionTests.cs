using ReviewInsights.Analytics.Trends;

namespace ReviewInsights.Analytics.Tests.Trends;

public sealed class OverdispersionTests
{
    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.02, 1.8)]
    [InlineData(0.05, 3.0)]
    public void Without_a_change_both_estimates_are_near_the_truth(double correlation, double truth)
    {
        // φ = 1 + correlation × (n − 1) on a day with n reviews, here about 40.
        var counts = new BinomialCounts(Series.Random(new Random(1), 1500, 40, _ => 0.3, correlation));
        Overdispersion.FromNeighbours(counts).ShouldBe(truth, truth * 0.12);
        Overdispersion.WithinSegments(counts, []).ShouldBe(truth, truth * 0.12);
    }

    [Fact]
    public void Real_changes_do_not_inflate_what_neighbours_show()
    {
        // Every fourteen days the share goes from 10 to 50 % or back; about the mean of all φ would be near 80.
        var counts = new BinomialCounts(Series.Random(new Random(2), 280, 300, day => day / 14 % 2 == 0 ? 0.1 : 0.5));
        Overdispersion.FromNeighbours(counts).ShouldBeLessThan(1.5);
        Overdispersion.WithinSegments(counts, []).ShouldBeGreaterThan(20);
        Overdispersion.WithinSegments(counts, [.. Enumerable.Range(1, 19).Select(i => i * 14)]).ShouldBe(1, 0.2);
    }

    [Fact]
    public void Nothing_is_said_where_there_is_nothing_to_go_by()
    {
        TrendBucket[][] series = [[], Series.Of((0, 0), (0, 0)), Series.Of((5, 0), (7, 0), (9, 0)), Series.Of((5, 2))];
        foreach (var days in series)
        {
            Overdispersion.FromNeighbours(new BinomialCounts(days)).ShouldBe(0);
            Overdispersion.WithinSegments(new BinomialCounts(days), []).ShouldBe(0);
        }
    }
}
