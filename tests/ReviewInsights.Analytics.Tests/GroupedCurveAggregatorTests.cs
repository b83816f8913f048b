namespace ReviewInsights.Analytics.Tests;

public sealed class GroupedCurveAggregatorTests
{
    [Fact]
    public void Groups_come_in_ordinal_order_and_reviews_without_a_key_have_their_own()
    {
        var groups = new GroupedCurveAggregator();
        foreach (var key in (string?[])["b", "a", "B", null, " ", "充电宝", "a"]) groups.Add(key, Journeys.Review((Journeys.Usage, 0.5)));

        var curves = groups.ToCurves();
        curves.Groups.Select(g => (g.Key, g.Curve.Reviews)).ShouldBe([("", 2), ("B", 1), ("a", 2), ("b", 1), ("充电宝", 1)]);
        curves.Overall.Reviews.ShouldBe(7);
    }

    [Fact]
    public void The_curve_over_all_groups_is_the_ungrouped_one()
    {
        var reviews = Journeys.Random(seed: 11, reviews: 800, 0, 0, 0.1, -0.3).ToArray();
        var groups = new GroupedCurveAggregator();
        for (var i = 0; i < reviews.Length; i++) groups.Add($"p{i % 5}", reviews[i]);

        Journeys.Json(groups.ToCurves().Overall).ShouldBe(Journeys.Json(Journeys.Collect(reviews).ToCurve()));
    }

    [Fact]
    public void Order_and_shards_do_not_change_a_byte()
    {
        var reviews = Journeys.Random(seed: 12, reviews: 2000, 0, 0, 0.1, -0.3).Select((review, i) => (Key: $"p{i % 7}", review)).ToArray();
        var whole = Collect(reviews);
        var expected = Json(whole);

        var random = new Random(13);
        var merged = new GroupedCurveAggregator();
        foreach (var shard in reviews.OrderBy(_ => random.Next()).Chunk(333)) merged.Merge(Collect(shard));
        Json(merged).ShouldBe(expected);

        static GroupedCurveAggregator Collect(IEnumerable<(string Key, StageOpinion[] Review)> reviews)
        {
            var groups = new GroupedCurveAggregator();
            foreach (var (key, review) in reviews) groups.Add(key, review);
            return groups;
        }

        static string Json(GroupedCurveAggregator groups) =>
            string.Join('\n', groups.ToCurves().Groups.Select(group => group.Key + Journeys.Json(group.Curve)));
    }

    [Fact]
    public void The_bad_product_is_told_from_the_good_ones()
    {
        var groups = new GroupedCurveAggregator();
        for (var product = 0; product < 10; product++)
        {
            double[] shifts = product == 6 ? [0, 0, 0.1, -0.5, 0] : [];
            foreach (var review in Journeys.Random(seed: 100 + product, reviews: 400, shifts)) groups.Add($"p{product}", review);
        }

        var blamed = groups.ToCurves().Groups.Where(g => !g.Curve.Breakpoints.IsEmpty).ToArray();
        blamed.Select(g => g.Key).ShouldBe(["p6"]);
        blamed[0].Curve.Breakpoints.ShouldContain(b => b.Stage == Journeys.Usage && b.Kind == BreakpointKind.Step);
    }

    [Fact]
    public void Three_products_of_twenty_that_lose_their_customers_are_found_and_no_others()
    {
        // n = 300 at every stage that matters; a drop of 0.3, of which chance takes or adds 0.06.
        const int shops = 60;
        int complete = 0, blamedForNothing = 0;
        for (var shop = 0; shop < shops; shop++)
        {
            var blamed = Blamed(seed: 7_000 + (shop * 20), product => product is 3 or 8 or 15 ? [0, 0, 0, -0.3, -0.3] : []).ToArray();
            if (blamed.Intersect(["p03", "p08", "p15"]).Count() == 3) complete++;
            if (blamed.Except(["p03", "p08", "p15"]).Count() > 1) blamedForNothing++;
        }

        complete.ShouldBeGreaterThanOrEqualTo(shops * 9 / 10);
        blamedForNothing.ShouldBe(0);
    }

    [Fact]
    public void Twenty_products_that_lose_nobody_are_left_alone()
    {
        const int shops = 200;
        Enumerable.Range(0, shops).Count(shop => !Blamed(seed: 20_000 + (shop * 20), _ => []).Any()).ShouldBeGreaterThanOrEqualTo(shops * 95 / 100);
    }

    private static IEnumerable<string> Blamed(int seed, Func<int, double[]> shiftsOf)
    {
        var groups = new GroupedCurveAggregator(new CurveOptions { BootstrapSamples = 200 });
        for (var product = 0; product < 20; product++)
            foreach (var review in Journeys.Random(seed + product, reviews: 670, shiftsOf(product))) groups.Add($"p{product:00}", review); // 45 % cover receiving
        return groups.ToCurves().Groups.Where(g => !g.Curve.Breakpoints.IsEmpty).Select(g => g.Key);
    }

    [Fact]
    public void Analyses_can_be_grouped_too()
    {
        var groups = new GroupedCurveAggregator();
        groups.Add("a", Journeys.Analysis((Journeys.Usage, 0.5)));
        groups.ToCurves().Groups.ShouldHaveSingleItem().Curve.Points[3].Reviews.ShouldBe(1);
    }

    [Fact]
    public void Only_aggregators_of_one_kind_merge()
    {
        var groups = new GroupedCurveAggregator();
        Should.Throw<ArgumentException>(() => groups.Merge(groups));
        Should.Throw<ArgumentException>(() => groups.Merge(new GroupedCurveAggregator(new() { TopAspects = 1 })));
    }

    [Fact]
    public void No_reviews_give_no_groups() => new GroupedCurveAggregator().ToCurves().Groups.ShouldBeEmpty();
}
