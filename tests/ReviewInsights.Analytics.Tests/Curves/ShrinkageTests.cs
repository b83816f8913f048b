using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class ShrinkageTests
{
    private const int Usage = 3;

    [Fact]
    public void Kappa_is_the_variance_within_groups_over_that_between_them()
    {
        // Within: ±0.4 around each mean, variance 0.16. Between: means ±0.1 around 0, variance 0.02 before sampling error.
        var groups = Enumerable.Range(0, 40).Select(i => State(Journeys.Times(400, 0.4, -0.4).Select(x => x + (i % 2 == 0 ? 0.1 : -0.1)))).ToArray();

        Shrinkage.KappaOf(groups, Usage).ShouldBe(0.16 / 0.01, 0.8);
    }

    [Fact]
    public void Groups_that_differ_by_chance_alone_are_drawn_together_as_much_as_allowed()
    {
        var groups = Enumerable.Range(0, 30).Select(i => Journeys.Collect(Journeys.Random(seed: 900 + i, reviews: 60)).State).ToArray();
        Shrinkage.KappaOf(groups, Usage).ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Where_nothing_can_be_estimated_kappa_is_twenty() =>
        Shrinkage.KappaOf([State(Journeys.Times(50, 0.5, -0.2))], Usage).ShouldBe(20);

    [Fact]
    public void A_small_group_moves_towards_all_and_a_large_one_stays()
    {
        var curves = new GroupedCurveAggregator();
        foreach (var _ in Enumerable.Range(0, 5)) curves.Add("small", Journeys.Review((Journeys.Usage, -1)));
        foreach (var group in Enumerable.Range(0, 20))
            foreach (var score in Journeys.Times(300, 0.8, 0.2)) curves.Add($"g{group:00}", Journeys.Review((Journeys.Usage, score + (group % 2 == 0 ? 0.1 : -0.1))));
        var drawn = curves.ToCurves();

        double Moved(string key)
        {
            var point = drawn.Groups.Single(g => g.Key == key).Curve.Points[Usage];
            return Math.Abs(point.ShrunkMean!.Value - point.Estimate!.Mean);
        }

        Moved("small").ShouldBeGreaterThan(0.5);
        Moved("g00").ShouldBeLessThan(0.03);
        drawn.Overall.Points[Usage].ShrunkMean.ShouldBeNull();
    }

    private static CurveState State(IEnumerable<double> scores) => Journeys.Collect(scores.Select(score => Journeys.Review((Journeys.Usage, score)))).State;
}
