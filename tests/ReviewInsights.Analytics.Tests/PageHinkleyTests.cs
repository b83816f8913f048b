namespace ReviewInsights.Analytics.Tests;

public sealed class PageHinkleyTests
{
    [Fact]
    public void Without_a_fall_there_is_an_alert_about_once_in_10_000_scores()
    {
        var random = new Random(1);
        var alert = new PageHinkley();
        var scores = 0L;
        for (var run = 0; run < 400; run++)
        {
            alert.Reset();
            do scores++;
            while (!alert.Add(Series.Normal(random)));
        }

        (scores / 400.0).ShouldBeInRange(8_000, 12_500);
    }

    [Fact]
    public void A_fall_by_half_a_standard_deviation_is_noticed_within_some_fifty_scores()
    {
        var random = new Random(2);
        long delay = 0, early = 0;
        for (var run = 0; run < 300; run++)
        {
            var alert = new PageHinkley();
            var alarm = false;
            for (var i = 0; i < 400 && !alarm; i++) alarm = alert.Add(0.3 + (0.4 * Series.Normal(random)));
            if (alarm)
            {
                early++;
                continue;
            }

            do delay++;
            while (!alert.Add(0.1 + (0.4 * Series.Normal(random))));
        }

        early.ShouldBeLessThan(20);
        ((double)delay / (300 - early)).ShouldBeInRange(30, 75);
    }

    [Fact]
    public void It_does_not_matter_where_the_scale_begins_nor_how_long_its_unit_is()
    {
        var random = new Random(3);
        PageHinkley plain = new(), scaled = new();
        for (var i = 0; i < 2000; i++)
        {
            var score = Series.Normal(random) - (i > 1000 ? 0.4 : 0);
            plain.Add(score).ShouldBe(scaled.Add((score * 8) + 64));
            scaled.Statistic.ShouldBe(plain.Statistic, 1e-8);
        }

        plain.Statistic.ShouldBeGreaterThan(13);
    }

    [Fact]
    public void A_rise_and_scores_without_spread_raise_no_alert()
    {
        var random = new Random(4);
        var rising = new PageHinkley();
        for (var i = 0; i < 3000; i++) rising.Add(Series.Normal(random) + (i > 500 ? 1 : 0)).ShouldBeFalse();

        var flat = new PageHinkley();
        for (var i = 0; i < 1000; i++) flat.Add(0.7).ShouldBeFalse();
        flat.Statistic.ShouldBe(0);
    }

    [Fact]
    public void The_first_scores_only_teach_and_reset_forgets_them()
    {
        var alert = new PageHinkley(slack: 0, threshold: 0.5);
        for (var i = 0; i < PageHinkley.WarmUp; i++) alert.Add(i % 2 == 0 ? 1 : -1).ShouldBeFalse();
        alert.Add(-1).ShouldBeTrue();
        alert.Reset();
        alert.Statistic.ShouldBe(0);
        alert.Add(-1).ShouldBeFalse();
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new PageHinkley(slack: -0.1)).ParamName.ShouldBe("slack");
        Should.Throw<ArgumentOutOfRangeException>(() => new PageHinkley(threshold: double.NaN)).ParamName.ShouldBe("threshold");
        var alert = new PageHinkley();
        Should.Throw<ArgumentOutOfRangeException>(() => alert.Add(double.NaN)).ParamName.ShouldBe("score");
    }
}
