using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests;

/// <summary>Changes in synthetic series whose truth is known. Seeds are fixed: the figures are the same in each run.</summary>
public sealed class TimeChangeFinderTests
{
    // The documented rates, 5 % by chance alone and 8 % with overdispersion, and two standard errors of 600 runs.
    [Theory]
    [InlineData(30, 5, 0.1, 0.0, 0.068)]
    [InlineData(60, 40, 0.1, 0.0, 0.068)]
    [InlineData(180, 40, 0.3, 0.0, 0.068)]
    [InlineData(30, 40, 0.3, 0.05, 0.10)]
    [InlineData(60, 40, 0.1, 0.05, 0.10)]
    [InlineData(60, 150, 0.05, 0.05, 0.10)]
    public void Series_without_a_change_show_one_no_more_often_than_documented(
        int days, int reviews, double share, double correlation, double rate)
    {
        const int runs = 600;
        var alarms = Enumerable.Range(0, runs).Count(run =>
            !TimeChangeFinder.Find(Series.Random(new Random(run), days, reviews, _ => share, correlation)).IsEmpty);

        // Never would mean a blunt method.
        (alarms / (double)runs).ShouldBeInRange(0.003, rate);
    }

    [Theory]
    [InlineData(40, 0.10, 0.20, 0.0)]
    [InlineData(40, 0.10, 0.25, 0.02)]
    [InlineData(10, 0.10, 0.30, 0.0)]
    public void A_planted_change_is_found_alone_and_within_three_days(
        int reviews, double before, double after, double correlation)
    {
        const int runs = 200;
        int found = 0, near = 0;
        for (var run = 0; run < runs; run++)
        {
            var changes = TimeChangeFinder.Find(
                Series.Random(new Random(1000 + run), 90, reviews, day => day < 50 ? before : after, correlation));
            if (changes.Length == 1) found++;
            if (changes.Any(change => Math.Abs(change.Bucket - 50) <= 3)) near++;
        }

        (found / (double)runs).ShouldBeGreaterThanOrEqualTo(0.9);
        (near / (double)runs).ShouldBeGreaterThanOrEqualTo(0.88);
    }

    [Fact]
    public void A_rise_and_its_end_are_two_changes_in_order()
    {
        var changes = TimeChangeFinder.Find(Series.Random(new Random(3), 60, 80, day => day is >= 20 and < 35 ? 0.4 : 0.1));
        changes.Select(change => change.Bucket).ShouldBe([20, 35]);
        changes[0].Difference.Low.ShouldBeGreaterThan(0);
        changes[1].Difference.High.ShouldBeLessThan(0);
        changes[1].Before.ShouldBe(changes[0].After);
    }

    [Fact]
    public void Shares_and_intervals_are_those_of_the_buckets_between_changes()
    {
        (long, long)[] calm = [.. Enumerable.Repeat((20L, 2L), 8)], bad = [.. Enumerable.Repeat((30L, 15L), 9)];
        var change = TimeChangeFinder.Find(Series.Of([.. calm, .. bad])).ShouldHaveSingleItem();
        change.Bucket.ShouldBe(8);
        change.Before.ShouldBe(new Share(16, 0.1, Wilson.Interval(16, 160)));
        change.After.ShouldBe(new Share(135, 0.5, Wilson.Interval(135, 270)));
        change.Difference.ShouldBe(Newcombe.Interval(16, 160, 135, 270));
    }

    [Fact]
    public void A_day_of_promotion_is_no_change()
    {
        (long, long)[] days = [.. Enumerable.Repeat((50L, 5L), 40)];
        days[20] = (50, 35);
        TimeChangeFinder.Find(Series.Of(days)).ShouldBeEmpty();
    }

    [Fact]
    public void Six_days_are_too_few_and_seven_enough()
    {
        (long, long)[] calm = [.. Enumerable.Repeat((100L, 5L), 30)];
        TimeChangeFinder.Find(Series.Of([.. calm[..6], .. Enumerable.Repeat((100L, 60L), 7)])).ShouldBeEmpty();
        TimeChangeFinder.Find(Series.Of([.. calm[..7], .. Enumerable.Repeat((100L, 60L), 7)]))
            .ShouldHaveSingleItem().Bucket.ShouldBe(7);
    }

    [Fact]
    public void Empty_days_and_empty_series_change_nothing()
    {
        TimeChangeFinder.Find([]).ShouldBeEmpty();
        TimeChangeFinder.Find(Series.Of([.. Enumerable.Repeat((0L, 0L), 40)])).ShouldBeEmpty();
        TimeChangeFinder.Find(Series.Of([.. Enumerable.Repeat((9L, 9L), 40)])).ShouldBeEmpty();

        (long, long)[] half = [.. Enumerable.Repeat((50L, 5L), 10)];
        TimeChangeFinder.Find(Series.Of([.. half, .. Enumerable.Repeat((0L, 0L), 20), .. half])).ShouldBeEmpty();
    }

    [Fact]
    public void Impossible_buckets_are_named()
    {
        Should.Throw<ArgumentException>(() => TimeChangeFinder.Find(Series.Of((5, 2), (5, 6)))).Message.ShouldContain("Bucket 1");
        Should.Throw<ArgumentException>(() => TimeChangeFinder.Find(Series.Of((5, -1)))).Message.ShouldContain("Bucket 0");
        Should.Throw<ArgumentException>(() => TimeChangeFinder.Find([new(Series.FirstDay, 1, 0), new(Series.FirstDay, 1, 0)]))
            .Message.ShouldContain("Bucket 1");
    }
}
