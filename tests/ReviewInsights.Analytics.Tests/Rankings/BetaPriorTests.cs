using ReviewInsights.Analytics.Rankings;

namespace ReviewInsights.Analytics.Tests.Rankings;

public sealed class BetaPriorTests
{
    [Theory]
    [InlineData(0.1, 10)]
    [InlineData(0.1, 50)]
    [InlineData(0.4, 200)]
    public void Mean_and_weight_are_found_again(double mean, double weight)
    {
        var random = new Random(5);
        var prior = BetaPrior.Fit(Groups(random, 1500, () => Series.BetaDraw(random, mean, weight)));
        prior.Mean.ShouldBe(mean, 0.012);
        prior.Weight.ShouldBe(weight, weight * 0.25);
        prior.GroupsDiffer.ShouldBeTrue();
    }

    [Fact]
    public void Groups_with_one_share_are_told_to_differ_in_no_more_than_5_of_100_cases()
    {
        const int runs = 600;
        var differ = Enumerable.Range(0, runs).Count(run =>
        {
            var random = new Random(run);
            return BetaPrior.Fit(Groups(random, 40, () => 0.15)).GroupsDiffer;
        });

        // Two standard errors of 5 % in 600 runs.
        (differ / (double)runs).ShouldBeInRange(0.01, 0.068);
    }

    [Fact]
    public void The_only_bad_review_being_that_of_a_product_with_no_other_review_blames_nobody()
    {
        GroupCount[] groups = [new("one", 1, 1), .. Enumerable.Range(0, 10).Select(i => new GroupCount($"{i}", 100, 0))];
        BetaPrior.Fit(groups).Mean.ShouldBe(1 / 1001.0, 1e-15);
        GroupRanking.Top(groups).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_and_nothing_but_hits_are_fine()
    {
        BetaPrior.Fit([]).GroupsDiffer.ShouldBeFalse();
        BetaPrior.Fit([new("a", 0, 0)]).GroupsDiffer.ShouldBeFalse();
        BetaPrior.Fit([new("a", 9, 9), new("b", 4, 4)]).GroupsDiffer.ShouldBeFalse();
    }

    private static GroupCount[] Groups(Random random, int count, Func<double> share) =>
        [.. Enumerable.Range(0, count).Select(i =>
        {
            var n = random.Next(5, 150);
            return new GroupCount($"g{i}", n, Series.Binomial(random, n, share()));
        })];
}
