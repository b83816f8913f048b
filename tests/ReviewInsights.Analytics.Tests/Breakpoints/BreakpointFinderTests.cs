namespace ReviewInsights.Analytics.Tests.Breakpoints;

/// <summary>Breakpoints on synthetic journeys whose truth is known. Seeds are fixed: the figures are the same in each run.</summary>
public sealed class BreakpointFinderTests
{
    private static readonly CurveOptions AnyDrop = new() { MinimumDrop = 0 };

    [Fact]
    public void Journeys_without_a_drop_show_a_significant_one_no_more_often_than_the_level_allows()
    {
        const int runs = 2000;
        var falseAlarms = Enumerable.Range(0, runs)
            .Count(run => !Journeys.Collect(Journeys.Random(seed: run, reviews: 300), AnyDrop).ToCurve().Breakpoints.IsEmpty);

        // Nominal 5 %; three standard errors of a share of 5 % in 2000 runs are 1.5 %. Far below would mean a blunt test.
        (falseAlarms / (double)runs).ShouldBeInRange(0.01, 0.065);
    }

    [Fact]
    public void Journeys_without_a_drop_hardly_ever_show_a_breakpoint()
    {
        const int runs = 1000;
        var falseAlarms = Enumerable.Range(0, runs)
            .Count(run => !Journeys.Collect(Journeys.Random(seed: 10_000 + run, reviews: 200)).ToCurve().Breakpoints.IsEmpty);
        (falseAlarms / (double)runs).ShouldBeLessThanOrEqualTo(0.05);
    }

    [Fact]
    public void A_planted_drop_at_usage_is_found_there_and_nowhere_else()
    {
        const int runs = 200;
        var found = 0;
        var wrong = 0;
        for (var run = 0; run < runs; run++)
        {
            var curve = Journeys.Collect(Journeys.Random(seed: 20_000 + run, reviews: 500, 0.1, 0.1, 0.1, -0.4, 0.1)).ToCurve();
            if (curve.Breakpoints.Any(b => b is { Stage: Journeys.Usage, Kind: BreakpointKind.Step, From: Journeys.Receiving })) found++;
            if (curve.Breakpoints.Any(b => b.Stage != Journeys.Usage)) wrong++;
        }

        found.ShouldBeGreaterThanOrEqualTo(runs * 95 / 100);
        wrong.ShouldBeLessThanOrEqualTo(runs * 5 / 100);
    }

    [Fact]
    public void A_low_first_stage_is_found_as_a_valley()
    {
        const int runs = 200;
        var found = Enumerable.Range(0, runs).Count(run =>
            Journeys.Collect(Journeys.Random(seed: 30_000 + run, reviews: 500, -0.6)).ToCurve().Breakpoints
                is [{ Stage: Journeys.Purchase, Kind: BreakpointKind.Valley, From: null }]);
        found.ShouldBeGreaterThanOrEqualTo(runs * 90 / 100);
    }

    [Fact]
    public void Among_many_products_without_a_drop_false_breakpoints_stay_rare()
    {
        // 40 shops of 50 products each: without correction some 2.5 products a shop would be blamed for nothing.
        var shopsBlamed = Enumerable.Range(0, 40).Count(shop =>
        {
            var products = new GroupedCurveAggregator(AnyDrop);
            for (var product = 0; product < 50; product++)
            {
                foreach (var review in Journeys.Random(seed: 40_000 + (shop * 50) + product, reviews: 150))
                    products.Add($"p{product}", review);
            }

            return products.ToCurves().Groups.Any(group => !group.Curve.Breakpoints.IsEmpty);
        });
        shopsBlamed.ShouldBeLessThanOrEqualTo(6, "40 × 5 % and three standard errors");
    }

    [Fact]
    public void A_drop_needs_twenty_reviews_on_both_sides()
    {
        Found(before: 20, after: 20).ShouldBe([Journeys.Usage]);
        Found(before: 20, after: 19).ShouldBeEmpty();
        Found(before: 19, after: 20).ShouldBeEmpty();

        static IEnumerable<string> Found(int before, int after) => Journeys
            .Curve((Journeys.Receiving, Journeys.Times(before, 0.8, 0.6)), (Journeys.Usage, Journeys.Times(after, -0.5, -0.7)))
            .Breakpoints.Select(b => b.Stage);
    }

    [Fact]
    public void A_drop_below_a_tenth_of_the_scale_is_no_breakpoint_however_certain()
    {
        Journeys.Curve((Journeys.Receiving, Journeys.Times(5000, 0.60, 0.62)), (Journeys.Usage, Journeys.Times(5000, 0.42, 0.44)))
            .Breakpoints.ShouldBeEmpty();
        Journeys.Curve((Journeys.Receiving, Journeys.Times(5000, 0.60, 0.62)), (Journeys.Usage, Journeys.Times(5000, 0.40, 0.42)))
            .Breakpoints.ShouldHaveSingleItem().Change.ShouldBe(-0.20, 1e-12);
    }

    [Fact]
    public void A_rise_is_no_breakpoint_but_the_stage_it_rises_from_is_a_valley()
    {
        var breakpoint = Journeys
            .Curve((Journeys.Receiving, Journeys.Times(50, -0.5, -0.3)), (Journeys.Usage, Journeys.Times(50, 0.6, 0.8)))
            .Breakpoints.ShouldHaveSingleItem();
        breakpoint.ShouldSatisfyAllConditions(
            () => breakpoint.Stage.ShouldBe(Journeys.Receiving),
            () => breakpoint.Kind.ShouldBe(BreakpointKind.Valley),
            () => breakpoint.Change.ShouldBe(-0.4 - 0.15, 1e-12));
    }

    [Fact]
    public void Severity_is_depth_times_coverage_and_orders_breakpoints()
    {
        // 100 reviews speak of receiving, usage and aftersales in turn: 0.7 → 0.2 (80 of 180) → -0.6 (40 of 180)
        var curve = Journeys.Curve(
            (Journeys.Receiving, Journeys.Times(60, 0.8, 0.6)),
            (Journeys.Usage, Journeys.Times(80, 0.3, 0.1)),
            (Journeys.AfterSales, Journeys.Times(40, -0.7, -0.5)));

        curve.Breakpoints.Select(b => b.Stage).ShouldBe([Journeys.Usage, Journeys.AfterSales]);
        curve.Breakpoints[0].Severity.ShouldBe(0.5 * 80 / 180, 1e-12);
        curve.Breakpoints[1].Severity.ShouldBe(0.8 * 40 / 180, 1e-12);
        curve.Breakpoints[1].DrivingAspects.ShouldBe([new AspectCount("material", 40)]);
    }
}
