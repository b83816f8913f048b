using ReviewInsights.Analytics.Breakpoints;
using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Breakpoints;

public sealed class StageContrastTests
{
    // Student, The probable error of a mean, Biometrika 6 (1908): extra hours of sleep of ten patients after two drugs; R's data
    // set `sleep`. A tenth of the hours, to lie in [-1, 1]; t does not depend on the unit.
    private static readonly double[] FirstDrug = [0.07, -0.16, -0.02, -0.12, -0.01, 0.34, 0.37, 0.08, 0.00, 0.20];
    private static readonly double[] SecondDrug = [0.19, 0.08, 0.11, 0.01, -0.01, 0.44, 0.55, 0.16, 0.46, 0.34];

    private static readonly double[] UsageMinusReceiving = [0, 0, -1, 1, 0];

    [Fact]
    public void Where_every_review_covers_both_stages_it_is_the_paired_t_test_of_Student_1908()
    {
        var state = Journeys.Collect(FirstDrug.Zip(SecondDrug, (first, second) =>
            Journeys.Review((Journeys.Receiving, second), (Journeys.Usage, first)))).State;

        var (change, error) = StageContrast.Estimate(state, UsageMinusReceiving);

        // R: t.test(extra ~ group, data = sleep, paired = TRUE): t = -4.0621, df = 9, p-value = 0.002833 (two-sided)
        (change / error).ShouldBe(-4.0621, 0.00005);
        StageContrast.LowerPValue(change, error, 9).ShouldBe(0.002833 / 2, 0.000001);
    }

    [Fact]
    public void Where_no_review_covers_both_stages_it_is_Welchs_t_test()
    {
        var state = Journeys.Collect([
            .. SecondDrug.Select(score => Journeys.Review((Journeys.Receiving, score))),
            .. FirstDrug.Select(score => Journeys.Review((Journeys.Usage, score)))]).State;

        var (change, error) = StageContrast.Estimate(state, UsageMinusReceiving);

        // R: t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776
        (change / error).ShouldBe(-1.8608, 0.00005);
        StageContrast.LowerPValue(change, error, 9).ShouldBeGreaterThan(0.07939 / 2, "fewer degrees of freedom than Welch's");
    }

    [Fact]
    public void In_between_it_is_the_sum_of_squares_over_reviews()
    {
        //            both     both        receiving only   usage only
        // receiving  0.6      -0.2        0.5              ·            mean 0.3
        // usage      0.1      -0.9        ·                -0.4         mean -0.4
        var state = Journeys.Collect([
            Journeys.Review((Journeys.Receiving, 0.6), (Journeys.Usage, 0.1)),
            Journeys.Review((Journeys.Receiving, -0.2), (Journeys.Usage, -0.9)),
            Journeys.Review((Journeys.Receiving, 0.5)),
            Journeys.Review((Journeys.Usage, -0.4))]).State;

        double[] pulls = [(0.5 - 0.3) / 3, (-0.5 + 0.5) / 3, (0.0 - 0.2) / 3, 0.0];
        var (change, error) = StageContrast.Estimate(state, UsageMinusReceiving);
        change.ShouldBe(-0.7, 1e-12);
        (error * error).ShouldBe(pulls.Sum(pull => pull * pull) * 3 / 2, 1e-12);
    }

    [Fact]
    public void Without_any_spread_a_fall_is_certain_and_a_rounding_error_is_no_fall()
    {
        StageContrast.LowerPValue(-0.3, 0, 30).ShouldBe(0);
        StageContrast.LowerPValue(0, 0, 30).ShouldBe(1);
        StageContrast.LowerPValue(-1e-17, 0, 30).ShouldBe(1);
    }
}
