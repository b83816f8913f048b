namespace ReviewInsights.Analytics.Tests;

public sealed class GroupRankingTests
{
    // Forty ordinary products with 10 % bad reviews, and some that are not ordinary.
    private static readonly GroupCount[] Ordinary =
        [.. Enumerable.Range(0, 40).Select(i => new GroupCount($"product-{i:00}", 50 + i, 5 + (i / 10)))];

    [Fact]
    public void A_product_with_one_bad_review_out_of_one_is_not_the_worst()
    {
        var worst = GroupRanking.Top([.. Ordinary, new("one of one", 1, 1), new("five of six", 6, 5), new("bad", 100, 40)]);
        worst[0].Key.ShouldBe("bad");
        worst.ShouldNotContain(group => group.Key == "one of one");
    }

    [Fact]
    public void Ordinary_products_are_not_listed()
    {
        GroupRanking.Top(Ordinary).ShouldBeEmpty();
        GroupRanking.Top([.. Ordinary, new("bad", 100, 40), new("worse", 100, 60)])
            .Select(group => group.Key).ShouldBe(["worse", "bad"]);
    }

    [Fact]
    public void Of_two_products_with_the_same_share_the_one_with_more_reviews_is_more_certain()
    {
        var ranked = GroupRanking.Top([.. Ordinary, new("few", 20, 8), new("many", 200, 80)]);
        ranked.Select(group => group.Key).ShouldBe(["many", "few"]);
        ranked[0].Rate.ShouldBeGreaterThan(ranked[1].Rate);
    }

    [Fact]
    public void Rates_lie_between_the_products_own_share_and_that_of_all_and_excess_follows_from_them()
    {
        GroupCount[] groups = [.. Ordinary, new("bad", 100, 40), new("worse", 30, 18)];
        var all = (double)groups.Sum(group => group.Hits) / groups.Sum(group => group.Reviews);
        var ranked = GroupRanking.Top(groups);
        ranked.Length.ShouldBe(2);
        foreach (var group in ranked)
        {
            group.Rate.ShouldBeInRange(all, (double)group.Hits / group.Reviews);
            group.Bound.ShouldBeInRange(all, group.Rate);
            group.Excess.ShouldBe(group.Reviews * (group.Rate - all), 1e-9);
        }
    }

    [Fact]
    public void Equals_are_ordered_by_key_and_the_order_of_input_does_not_matter()
    {
        GroupCount[] groups = [.. Ordinary, new("b", 60, 30), new("B", 60, 30), new("啊", 60, 30), new("a", 60, 30)];
        var ranked = GroupRanking.Top(groups);
        ranked.Select(group => group.Key).ShouldBe(["B", "a", "b", "啊"]);
        for (var seed = 0; seed < 20; seed++)
        {
            new Random(seed).Shuffle(groups);
            GroupRanking.Top(groups).ShouldBe(ranked);
        }
    }

    [Fact]
    public void No_more_are_listed_than_asked_for()
    {
        GroupCount[] groups = [.. Ordinary, .. Enumerable.Range(0, 12).Select(i => new GroupCount($"bad-{i:00}", 200, 90 + i))];
        GroupRanking.Top(groups).Length.ShouldBe(10);
        GroupRanking.Top(groups, 3).Select(group => group.Key).ShouldBe(["bad-11", "bad-10", "bad-09"]);
        GroupRanking.Top(groups, 0).ShouldBeEmpty();
    }

    [Fact]
    public void Bounds_are_exceeded_by_the_truth_in_about_95_of_100_groups()
    {
        // The guarantee of a posterior quantile: on average over groups, whatever their size.
        var random = new Random(6);
        int listed = 0, kept = 0;
        for (var run = 0; run < 15; run++)
        {
            var truth = new Dictionary<string, double>(StringComparer.Ordinal);
            var groups = new GroupCount[300];
            for (var i = 0; i < groups.Length; i++)
            {
                var n = random.Next(5, 200);
                truth[$"g{i}"] = Series.BetaDraw(random, 0.15, 12);
                groups[i] = new($"g{i}", n, Series.Binomial(random, n, truth[$"g{i}"]));
            }

            foreach (var group in GroupRanking.Top(groups, groups.Length))
            {
                listed++;
                if (truth[group.Key] > group.Bound) kept++;
            }
        }

        listed.ShouldBeGreaterThan(500);
        ((double)kept / listed).ShouldBeInRange(0.93, 0.97);
    }

    [Fact]
    public void Among_products_that_do_not_differ_hardly_ever_is_one_listed()
    {
        const int runs = 400;
        var blamed = Enumerable.Range(0, runs).Count(run =>
        {
            var random = new Random(run);
            return !GroupRanking.Top([.. Enumerable.Range(0, 30).Select(i =>
            {
                var n = random.Next(1, 120);
                return new GroupCount($"{i}", n, Series.Binomial(random, n, 0.12));
            })]).IsEmpty;
        });

        (blamed / (double)runs).ShouldBeInRange(0.002, 0.07);
    }

    [Fact]
    public void Impossible_groups_are_named()
    {
        Should.Throw<ArgumentException>(() => GroupRanking.Top([new("x", 3, 4)])).Message.ShouldContain("'x'");
        Should.Throw<ArgumentException>(() => GroupRanking.Top([new("x", 3, -1)])).Message.ShouldContain("'x'");
        Should.Throw<ArgumentException>(() => GroupRanking.Top([new("x", 3, 1), new("x", 2, 1)])).Message.ShouldContain("twice");
        Should.Throw<ArgumentException>(() => GroupRanking.Top([default])).Message.ShouldContain("no key");
        Should.Throw<ArgumentOutOfRangeException>(() => GroupRanking.Top([], -1));
    }
}
