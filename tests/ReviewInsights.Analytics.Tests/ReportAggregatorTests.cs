using System.Collections.Immutable;

namespace ReviewInsights.Analytics.Tests;

public sealed class ReportAggregatorTests
{
    private static readonly string[] Leaks = [.. "二三四五六七八九".Select(days => $"用了{days}天就漏水")];

    private static readonly LexiconInfo Names = Lexicon.LoadDefault().Info;

    [Fact]
    public void A_planted_drop_is_found_and_its_planted_cause_comes_first_with_words_quotes_and_actions()
    {
        var report = Collect(Shop(seed: 1)).ToReport("店", Names);

        var bad = report.Groups.Single(g => g.Key == "P-07").Journey;
        var diagnosis = bad.Diagnoses.ShouldHaveSingleItem();
        diagnosis.Breakpoint.Stage.ShouldBe(Journeys.Usage);
        var cause = diagnosis.Causes[0];
        (cause.Aspect, cause.Attribute).ShouldBe(("material", "material.durability"));
        cause.Contribution.ShouldBeGreaterThan(0.6);
        cause.Expressions[0].Expression.ShouldBe("漏水");
        cause.Quotes.Length.ShouldBe(5);
        cause.Quotes.ShouldAllBe(q => Leaks.Contains(q.Text) && q.Evidence.Of(q.Text).ToString() == "漏水");
        cause.Quotes.Select(q => q.Text).Distinct().Count().ShouldBe(5);
        cause.Actions.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_product_that_is_blamed_for_what_all_are_blamed_for_is_not_explained_by_it()
    {
        // Everybody's parcel is slow; only P-07 leaks. Slowness is as frequent there, and no cause of its fall.
        var report = Collect(Shop(seed: 2)).ToReport("店", Names);

        report.Groups.Single(g => g.Key == "P-07").Journey.Diagnoses.Single().Causes.ShouldNotContain(c => c.Aspect == "usage");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Shards_merged_in_any_order_give_the_same_report(int shards)
    {
        var reviews = Shop(seed: 3).ToArray();
        var expected = Describe(Collect(reviews));
        foreach (var backwards in (bool[])[false, true])
        {
            var parts = reviews.Chunk((reviews.Length / shards) + 1).Select(Collect);
            var all = Collect([]);
            foreach (var part in backwards ? parts.Reverse() : parts) all.Merge(part);
            Describe(all).ShouldBe(expected);
        }
    }

    [Fact]
    public void What_the_data_lacks_is_counted_and_nothing_is_invented()
    {
        var aggregator = new ReportAggregator();
        aggregator.Add(new Review("1", ""), Polarity.Neutral, [], "zh");
        aggregator.Add(new Review("2", "好"), Polarity.Positive, [new ReportOpinion("usage", null, Lexicon.NoStageCode, 0.5, default, default)], "zh");
        var report = aggregator.ToReport("空", Names, rejected: 3);

        report.Quality.ShouldBe(new ReportQuality(Reviews: 2, Rejected: 3, Silent: 2, WithoutText: 1, WithoutTime: 2, WithoutGroup: 2, WithoutRating: 2, From: null, To: null));
        report.ShouldSatisfyAllConditions(
            () => report.By.ShouldBeNull(),
            () => report.Trend.ShouldBeNull(),
            () => report.Groups.ShouldBeEmpty(),
            () => report.Worst.ShouldBeEmpty(),
            () => report.Journey.Diagnoses.ShouldBeEmpty(),
            () => report.Feedback.Single().Before.ShouldBeNull());
    }

    [Fact]
    public void The_trend_has_every_bucket_between_the_first_review_and_the_last()
    {
        var aggregator = new ReportAggregator(new ReportOptions { Over = TimeUnit.Week });
        foreach (var day in (int[])[3, 4, 25]) // Tuesday, Wednesday; three weeks on
            aggregator.Add(new Review($"{day}", "坏") { CreatedAt = new DateTimeOffset(2026, 2, 1, 23, 0, 0, TimeSpan.FromHours(8)).AddDays(day - 1) }, Polarity.Negative, [], "zh");
        var trend = aggregator.ToReport("周", Names).Trend!;

        trend.Unit.ShouldBe("week");
        trend.Buckets.ShouldBe(
        [
            new TrendBucket(new DateOnly(2026, 2, 2), 2, 2), new TrendBucket(new DateOnly(2026, 2, 9), 0, 0),
            new TrendBucket(new DateOnly(2026, 2, 16), 0, 0), new TrendBucket(new DateOnly(2026, 2, 23), 1, 1),
        ]);
    }

    [Theory]
    [InlineData(TimeUnit.Day)]
    [InlineData(TimeUnit.Week)]
    [InlineData(TimeUnit.Month)]
    public void Mistyped_years_are_left_out_of_the_trend_and_counted(TimeUnit unit)
    {
        var aggregator = new ReportAggregator(new ReportOptions { Over = unit });
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, default);
        foreach (var time in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue, now, now])
            aggregator.Add(new Review($"{time.Year}", "") { CreatedAt = time }, Polarity.Positive, [], "zh");

        var report = aggregator.ToReport("年", Names);
        report.Trend!.Buckets.ShouldHaveSingleItem().Reviews.ShouldBe(2);
        (report.Quality.WithoutTime, report.Quality.From).ShouldBe((2, new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void A_phase_marks_the_buckets_it_shares_a_day_with_and_no_others()
    {
        PromotionPhase inside = new("618", new DateOnly(2026, 6, 5), new DateOnly(2026, 6, 8)), later = new("双11", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 11));
        var trend = new ReportTrend("month", [new TrendBucket(new DateOnly(2026, 5, 1), 1, 0), new TrendBucket(new DateOnly(2026, 6, 1), 1, 0)], [], [inside, later]);

        trend.PhasesAt(0).ShouldBeEmpty();
        trend.PhasesAt(1).ShouldBe([inside]);
    }

    [Fact]
    public void One_review_is_one_voice_however_often_it_repeats_itself()
    {
        var aggregator = new ReportAggregator();
        for (var i = 0; i < 40; i++)
        {
            ReportOpinion[] opinions = [Opinion("logistics", null, Journeys.Anticipation, 0.8, "快", "快"), .. Enumerable.Range(0, i == 0 ? 6 : 1).Select(_ => Opinion("material", "material.defect", Journeys.Usage, -0.6, "坏了", "坏"))];
            aggregator.Add(new Review($"r{i}", "坏了") { ProductId = "P" }, Polarity.Negative, opinions, "zh");
        }

        var cause = aggregator.ToReport("店", Names).Journey.Diagnoses.Single().Causes.Single();
        cause.Expressions.ShouldBe([new ExpressionCount("坏", 40)]);
        cause.Quotes.ShouldHaveSingleItem();
    }

    [Fact]
    public void Feedback_compares_the_last_thirty_days_with_those_before()
    {
        var aggregator = new ReportAggregator();
        for (var day = 0; day < 60; day++)
        {
            var isLate = day >= 30;
            for (var i = 0; i < 10; i++)
            {
                var score = i < (isLate ? 5 : 1) ? -0.6 : 0.6;
                aggregator.Add(
                    new Review($"{day}-{i}", "") { CreatedAt = new DateTimeOffset(2026, 3, 1, 12, 0, 0, default).AddDays(day) },
                    score < 0 ? Polarity.Negative : Polarity.Positive, [new ReportOpinion("logistics", null, Journeys.Anticipation, score, default, default)], "zh");
            }
        }

        var feedback = aggregator.ToReport("月", Names).Feedback.ShouldHaveSingleItem();
        (feedback.Now, feedback.Before).ShouldBe((new AspectCounts(300, 150, 150), new AspectCounts(300, 270, 30)));
        feedback.Difference!.Value.Low.ShouldBeGreaterThan(0.3);
        feedback.Difference.Value.High.ShouldBeLessThan(0.5);
    }

    private static ReportAggregator Collect(IEnumerable<(Review Review, ReportOpinion[] Opinions)> reviews)
    {
        var aggregator = new ReportAggregator();
        foreach (var (review, opinions) in reviews)
            aggregator.Add(review, opinions.Any(o => o.Score < 0) ? Polarity.Negative : Polarity.Positive, opinions, "zh");
        return aggregator;
    }

    /// <summary>Twenty products of 300 reviews: all are sometimes called slow in use, and two fifths of P-07 leak.</summary>
    private static IEnumerable<(Review Review, ReportOpinion[] Opinions)> Shop(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20 * 300; i++)
        {
            var product = i % 20;
            var opinions = new List<ReportOpinion> { Opinion("logistics", null, Journeys.Receiving, 0.4 + (random.NextDouble() * 0.4), "收到很满意", "满意") };
            var leak = Leaks[i / 20 % Leaks.Length];
            var text = "收到很满意，" + leak;
            var leaks = product == 7 && random.NextDouble() < 0.4;
            if (leaks) opinions.Add(Opinion("material", "material.durability", Journeys.Usage, -0.7, leak, "漏水") with { Clause = new TextSpan(6, leak.Length), Expression = new TextSpan(11, 2) });
            else opinions.Add(Opinion("usage", null, Journeys.Usage, random.NextDouble() < 0.15 ? -0.4 : 0.6, "收到很满意", "满意"));
            yield return (new Review($"r{i:00000}", text)
            {
                ProductId = $"P-{product:00}",
                Rating = 5,
                CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(i % 90),
            }, [.. opinions]);
        }
    }

    private static ReportOpinion Opinion(string aspect, string? attribute, string stage, double score, string clause, string expression) =>
        new(aspect, attribute, stage, score, new TextSpan(0, clause.Length), new TextSpan(clause.IndexOf(expression, StringComparison.Ordinal), expression.Length));

    /// <summary>Everything a reader of the page would see.</summary>
    private static string Describe(ReportAggregator aggregator)
    {
        using var page = new MemoryStream();
        HtmlReport.Write(aggregator.ToReport("店", Names), ReportLanguage.Chinese, page);
        return System.Text.Encoding.UTF8.GetString(page.ToArray());
    }
}
