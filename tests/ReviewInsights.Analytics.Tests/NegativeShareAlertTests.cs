using ReviewInsights.Analytics.Curves;
using ReviewInsights.Analytics.Trends;

namespace ReviewInsights.Analytics.Tests;

public sealed class NegativeShareAlertTests
{
    [Theory]
    [InlineData(0.02, 500)]
    [InlineData(0.1, 300)]
    [InlineData(0.1, 2000)]
    [InlineData(0.4, 1000)]
    public void Without_a_change_the_run_length_is_the_one_asked_for(double usual, int runLength)
    {
        const int runs = 3000;
        var threshold = NegativeShareAlert.ThresholdFor(usual, runLength);
        var mean = MeanRunLength(new SplitMix(7), usual, usual, threshold, runs);

        // Run lengths are nearly exponential: their mean has a standard error of 2 %. A statistic that takes only some values can
        // only reach some run lengths, so more than asked for is allowed.
        mean.ShouldBeInRange(runLength * 0.94, runLength * 1.2);
    }

    [Fact]
    public void Twice_the_odds_are_noticed_many_times_sooner()
    {
        var threshold = NegativeShareAlert.ThresholdFor(0.1, 2000);
        MeanRunLength(new SplitMix(8), 0.1, 0.2 / 1.1, threshold, 1000).ShouldBeLessThan(120);
        MeanRunLength(new SplitMix(9), 0.1, 0.4, threshold, 1000).ShouldBeLessThan(25);
    }

    [Fact]
    public void Fewer_negatives_than_usual_hardly_ever_alert() =>
        MeanRunLength(new SplitMix(10), 0.1, 0.05, NegativeShareAlert.ThresholdFor(0.1, 200), 200).ShouldBeGreaterThan(1000);

    [Fact]
    public void The_threshold_is_the_same_in_each_run_and_nearly_so_with_each_seed()
    {
        var threshold = NegativeShareAlert.ThresholdFor(0.05, 5000, seed: 1);
        NegativeShareAlert.ThresholdFor(0.05, 5000, seed: 1).ShouldBe(threshold);
        for (var seed = 2; seed < 6; seed++) BernoulliCusum.RunLength(0.05, threshold, seed).ShouldBe(5000, 5000 * 0.06);
    }

    [Fact]
    public void Thresholds_rise_with_the_run_length_and_stay_below_its_logarithm()
    {
        double[] lengths = [30, 100, 1000, 1e4, 1e6];
        double[] thresholds = [.. lengths.Select(length => NegativeShareAlert.ThresholdFor(0.1, length))];
        thresholds.ShouldBeInOrder(SortDirection.Ascending);
        thresholds.Distinct().Count().ShouldBe(thresholds.Length);
        for (var i = 0; i < lengths.Length; i++) thresholds[i].ShouldBeInRange(0.1, Math.Log(lengths[i]));
    }

    [Fact]
    public void The_statistic_is_the_log_likelihood_ratio_and_never_below_0()
    {
        // Usual 1/3, odds 1:2; twice the odds are 1:1. A negative review: ln((1/2)/(1/3)); another: ln((1/2)/(2/3)).
        var alert = new NegativeShareAlert(1.0 / 3, threshold: 0.5);
        alert.Add(negative: false).ShouldBeFalse();
        alert.Statistic.ShouldBe(0);
        alert.Add(negative: true).ShouldBeFalse();
        alert.Statistic.ShouldBe(Math.Log(1.5), 1e-12);
        alert.Add(negative: true).ShouldBeTrue();
        alert.Add(negative: false).ShouldBeTrue();
        alert.Statistic.ShouldBe((2 * Math.Log(1.5)) + Math.Log(0.75), 1e-12);
        alert.Add(negative: false).ShouldBeFalse();
        alert.Reset();
        alert.Statistic.ShouldBe(0);
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        foreach (var share in new[] { 0, 1, -0.1, double.NaN })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new NegativeShareAlert(share, 3)).ParamName.ShouldBe("usualShare");
            Should.Throw<ArgumentOutOfRangeException>(() => NegativeShareAlert.ThresholdFor(share, 100));
        }

        foreach (var threshold in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => new NegativeShareAlert(0.1, threshold))
                .ParamName.ShouldBe("threshold");
        }

        foreach (var length in new[] { 1, 1e10, double.NaN })
        {
            Should.Throw<ArgumentOutOfRangeException>(() => NegativeShareAlert.ThresholdFor(0.1, length))
                .ParamName.ShouldBe("averageRunLength");
        }
    }

    private static double MeanRunLength(SplitMix random, double usual, double actual, double threshold, int runs)
    {
        var alert = new NegativeShareAlert(usual, threshold);
        var reviews = 0L;
        for (var run = 0; run < runs; run++)
        {
            alert.Reset();
            do reviews++;
            while (!alert.Add(random.NextDouble() < actual));
        }

        return (double)reviews / runs;
    }
}
