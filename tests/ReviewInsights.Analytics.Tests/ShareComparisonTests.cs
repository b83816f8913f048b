using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests;

public sealed class ShareComparisonTests
{
    [Fact]
    public void Two_shares_are_compared_after_Newcombe()
    {
        // Newcombe 1998, table II, contrast (a), turned round.
        var comparison = ShareComparison.Of(80, 48, 70, 56);
        comparison.First.ShouldBe(new Share(48, 0.6, Wilson.Interval(48, 80)));
        comparison.Second.Value.ShouldBe(0.8);
        comparison.Difference.ShouldBe(0.2, 1e-15);
        comparison.Interval.Low.ShouldBe(0.0524, 0.00005);
        comparison.Interval.High.ShouldBe(0.3339, 0.00005);
        comparison.Standardised.ShouldBeNull();
    }

    [Fact]
    public void With_one_stratum_standardising_changes_nothing()
    {
        (int, int, int, int)[] pairs = [(80, 48, 70, 56), (10, 0, 20, 0), (10, 10, 20, 0), (10, 10, 7, 7), (3, 1, 900, 2)];
        foreach (var (n1, k1, n2, k2) in pairs)
        {
            var comparison = ShareComparison.Of([new("only", n1, k1, n2, k2)]);
            var standardised = comparison.Standardised.ShouldNotBeNull();
            standardised.Difference.ShouldBe(comparison.Difference, 1e-12);
            standardised.Interval.Low.ShouldBe(comparison.Interval.Low, 1e-12);
            standardised.Interval.High.ShouldBe(comparison.Interval.High, 1e-12);
            standardised.LeftOut.ShouldBe(0);
        }
    }

    [Fact]
    public void A_change_of_what_is_sold_is_no_change_of_quality()
    {
        // Both products are as good as before, but the one with 30 % bad reviews sells much better now.
        var comparison = ShareComparison.Of([new("good", 900, 45, 100, 5), new("bad", 100, 30, 900, 270)]);
        comparison.Interval.Low.ShouldBeGreaterThan(0.15);
        var standardised = comparison.Standardised.ShouldNotBeNull();
        standardised.First.ShouldBe(0.175, 1e-12);
        standardised.Second.ShouldBe(0.175, 1e-12);
        standardised.Interval.Low.ShouldBeLessThan(0);
        standardised.Interval.High.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Rates_are_weighed_by_the_mix_of_both_periods()
    {
        // Weights 100 : 300. First: 0.1 and 0.5; second: 0.3 and 0.4.
        var comparison = ShareComparison.Of([new("a", 50, 5, 50, 15), new("b", 200, 100, 100, 40)]);
        var standardised = comparison.Standardised.ShouldNotBeNull();
        standardised.First.ShouldBe((0.25 * 0.1) + (0.75 * 0.5), 1e-12);
        standardised.Second.ShouldBe((0.25 * 0.3) + (0.75 * 0.4), 1e-12);
        standardised.Difference.ShouldBe(-0.025, 1e-12);
    }

    [Fact]
    public void Strata_of_one_period_are_left_out_and_their_share_is_told()
    {
        var comparison = ShareComparison.Of([new("both", 40, 4, 40, 8), new("gone", 15, 9, 0, 0), new("new", 0, 0, 5, 5)]);
        comparison.First.Value.ShouldBe(13 / 55.0);
        comparison.Standardised.ShouldNotBeNull().LeftOut.ShouldBe(0.2);
        comparison.Standardised.Difference.ShouldBe(0.1, 1e-12);

        ShareComparison.Of([new("gone", 15, 9, 0, 0), new("new", 0, 0, 5, 5)]).Standardised.ShouldBeNull();
    }

    // Many small strata, few large ones, and rare hits.
    [Theory]
    [InlineData(40, 3, 0.2)]
    [InlineData(10, 12, 0.1)]
    [InlineData(5, 80, 0.3)]
    [InlineData(20, 20, 0.04)]
    public void The_standardised_interval_covers_the_truth_in_93_to_97_of_100_samples(int strata, int reviews, double share)
    {
        const int runs = 3000;
        var random = new Random(strata);
        var covered = 0;
        for (var run = 0; run < runs; run++)
        {
            var counts = new StratumCount[strata];
            double truth = 0, common = 0;
            for (var i = 0; i < strata; i++)
            {
                // Mix and shares differ between strata, and the change between periods does too.
                var first = share * (0.5 + (1.0 * i / strata));
                var second = first * (i % 2 == 0 ? 1.6 : 1.1);
                int n1 = 1 + Series.Poisson(random, reviews * (1 + (i % 3)) / 2.0), n2 = 1 + Series.Poisson(random, reviews);
                counts[i] = new($"{i}", n1, Series.Binomial(random, n1, first), n2, Series.Binomial(random, n2, second));
                truth += (n1 + n2) * (second - first);
                common += n1 + n2;
            }

            var (low, high) = ShareComparison.Of(counts).Standardised!.Interval;
            if (low <= truth / common && truth / common <= high) covered++;
        }

        ((double)covered / runs).ShouldBeInRange(0.93, 0.97);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Should.Throw<ArgumentException>(() => ShareComparison.Of(0, 0, 5, 1)).ParamName.ShouldBe("firstHits");
        Should.Throw<ArgumentException>(() => ShareComparison.Of(5, 1, 5, 6)).ParamName.ShouldBe("secondHits");
        Should.Throw<ArgumentException>(() => ShareComparison.Of([]));
        Should.Throw<ArgumentException>(() => ShareComparison.Of([new("a", 5, 1, 0, 0)]));
        Should.Throw<ArgumentException>(() => ShareComparison.Of([new("a", 5, -1, 5, 0)]));
        Should.Throw<ArgumentException>(() => ShareComparison.Of([new("a", 5, 1, 5, 0), new("a", 5, 1, 5, 0)]))
            .Message.ShouldContain("twice");
    }
}
