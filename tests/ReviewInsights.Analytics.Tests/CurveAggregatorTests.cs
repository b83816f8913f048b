namespace ReviewInsights.Analytics.Tests;

public sealed class CurveAggregatorTests
{
    [Fact]
    public void No_reviews_give_an_empty_curve_with_all_stages()
    {
        var curve = new CurveAggregator().ToCurve();
        curve.Reviews.ShouldBe(0);
        curve.Points.Select(p => p.Stage).ShouldBe(CurveOptions.DefaultStages);
        curve.Points.ShouldAllBe(p => p.Reviews == 0 && p.Coverage == 0 && p.Estimate == null);
        curve.Summary.ShouldBeNull();
        curve.Breakpoints.ShouldBeEmpty();
    }

    [Fact]
    public void The_review_is_the_unit_however_many_opinions_it_voices()
    {
        //  one review with three complaints about usage  ─▶ one score: -0.6
        //  nine with one word of praise each             ─▶ nine scores: 0.4      mean (9 × 0.4 - 0.6) / 10 = 0.3
        var curve = Journeys.Collect([
            Journeys.Review((Journeys.Usage, -0.5), (Journeys.Usage, -0.6), (Journeys.Usage, -0.7)),
            .. Enumerable.Repeat(Journeys.Review((Journeys.Usage, 0.4)), 9)]).ToCurve();

        var usage = curve.Points[3];
        usage.Reviews.ShouldBe(10);
        usage.Estimate!.Mean.ShouldBe(0.3, 1e-12);
        usage.Estimate.Negative.Reviews.ShouldBe(1);
        usage.NegativeAspects.ShouldBe([new AspectCount("material", 1)]);
    }

    [Fact]
    public void Silence_is_missing_and_never_0()
    {
        var curve = Journeys.Collect([
            .. Enumerable.Repeat(Journeys.Review((Journeys.Usage, 0.8)), 10),
            .. Enumerable.Repeat(Journeys.Review(("none", -0.8)), 10),
            .. Enumerable.Repeat<StageOpinion[]>([], 20)]).ToCurve();

        curve.Reviews.ShouldBe(40);
        var usage = curve.Points[3];
        usage.Reviews.ShouldBe(10);
        usage.Coverage.ShouldBe(0.25);
        usage.Estimate!.Mean.ShouldBe(0.8, 1e-12);
        curve.Points.Where(p => p.Stage != Journeys.Usage).ShouldAllBe(p => p.Reviews == 0 && p.Estimate == null);
    }

    [Theory]
    [InlineData(4, PointReliability.None)]
    [InlineData(5, PointReliability.Small)]
    [InlineData(19, PointReliability.Small)]
    [InlineData(20, PointReliability.Sufficient)]
    public void The_number_of_reviews_decides_what_is_said(int reviews, PointReliability reliability)
    {
        var point = Journeys.Curve((Journeys.Usage, Journeys.Times(reviews, 0.5, -0.1))).Points[3];
        point.Reliability.ShouldBe(reliability);
        (point.Estimate is null).ShouldBe(reliability is PointReliability.None);
    }

    [Fact]
    public void A_point_has_mean_spread_and_shares_with_intervals()
    {
        // 0.5 six times, 0 once, -0.3 three times: mean 0.21, Σ(x - mean)² = 1.329
        var estimate = Journeys.Curve((Journeys.Usage, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0, -0.3, -0.3, -0.3])).Points[3].Estimate!;

        estimate.Mean.ShouldBe(0.21, 1e-12);
        estimate.StandardDeviation.ShouldBe(Math.Sqrt(1.329 / 9), 1e-12);
        // The bootstrap of ten reviews comes near Student's t, and cannot leave the scores there are.
        var half = 2.262 * Math.Sqrt(1.329 / 9 / 10);
        estimate.Interval.Low.ShouldBe(0.21 - half, 0.06);
        estimate.Interval.High.ShouldBe(0.21 + half, 0.06);
        (estimate.Positive.Reviews, estimate.Neutral.Reviews, estimate.Negative.Reviews).ShouldBe((6, 1, 3));
        estimate.Negative.Value.ShouldBe(0.3);
        estimate.Negative.Interval.Low.ShouldBeLessThan(0.3);
        estimate.Negative.Interval.High.ShouldBeGreaterThan(0.3);
    }

    [Fact]
    public void The_interval_of_a_mean_stays_on_the_scale() =>
        Journeys.Curve((Journeys.Usage, [1, 1, 1, 1, 0.2])).Points[3].Estimate!.Interval.High.ShouldBeInRange(0.99, 1);

    [Fact]
    public void The_interval_of_a_mean_covers_the_truth_in_93_to_97_of_100_samples()
    {
        const int runs = 2000;
        var truth = Journeys.Collect(Journeys.Random(seed: 1, reviews: 400_000)).ToCurve().Points[3].Estimate!.Mean;
        var covered = Enumerable.Range(0, runs).Count(run =>
        {
            var estimate = Journeys.Collect(Journeys.Random(seed: 50_000 + run, reviews: 50)).ToCurve().Points[3].Estimate!;
            return estimate.Interval.Low <= truth && truth <= estimate.Interval.High;
        });
        (covered / (double)runs).ShouldBeInRange(0.93, 0.97);
    }

    [Fact]
    public void The_summary_tells_end_peak_valley_slope_and_area_over_the_stages_present()
    {
        //   0.2 ·  (3 reviews: missing)  0.8 ·  -0.4 ·  0.4
        var summary = Journeys.Curve(
            (Journeys.Purchase, Journeys.Times(10, 0.2)),
            (Journeys.Anticipation, Journeys.Times(3, -0.9)),
            (Journeys.Receiving, Journeys.Times(10, 0.8)),
            (Journeys.Usage, Journeys.Times(20, -0.4)),
            (Journeys.AfterSales, Journeys.Times(10, 0.4))).Summary!;

        summary.Mean.ShouldBe(((10 * 0.2) + (10 * 0.8) - (20 * 0.4) + (10 * 0.4)) / 50, 1e-12);
        summary.End.ShouldBe(new StageMean(Journeys.AfterSales, 0.4));
        summary.Peak.ShouldBe(new StageMean(Journeys.Receiving, 0.8));
        summary.Valley.ShouldBe(new StageMean(Journeys.Usage, -0.4));
        summary.PeakEnd.ShouldBe(0.6, 1e-12);
        // Positions 0 2 3 4 (mean 2.25), means 0.2 0.8 -0.4 0.4 (mean 0.25): Sxy = -0.25, Sxx = 8.75
        summary.Slope!.Value.ShouldBe(-0.25 / 8.75, 1e-12);
        // 2 × 0.5 + 1 × 0.2 + 1 × 0
        summary.Area!.Value.ShouldBe(1.2, 1e-12);
    }

    [Fact]
    public void One_stage_has_neither_slope_nor_area()
    {
        var summary = Journeys.Curve((Journeys.Usage, Journeys.Times(10, 0.2))).Summary!;
        summary.Slope.ShouldBeNull();
        summary.Area.ShouldBeNull();
        summary.PeakEnd.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void Aspects_count_reviews_not_opinions_and_ties_go_by_code()
    {
        StageOpinion[] review =
            [new("value", Journeys.Usage, -0.5), new("value", Journeys.Usage, -0.9), new("material", Journeys.Usage, -0.1),
             new("design", Journeys.Usage, 0.4), new("fit", Journeys.Usage, 0)];
        var curve = Journeys.Collect([review, Journeys.Review((Journeys.Receiving, -0.3))], new() { TopAspects = 2 }).ToCurve();

        curve.Points[3].NegativeAspects.ShouldBe([new("material", 1), new("value", 1)]);
        curve.Points[3].PositiveAspects.ShouldBe([new AspectCount("design", 1)]);
        curve.Points[2].NegativeAspects.ShouldBe([new AspectCount("material", 1)]);
    }

    [Fact]
    public void Order_threads_and_shards_do_not_change_a_byte()
    {
        var reviews = Journeys.Random(seed: 7, reviews: 3000, 0, 0.1, 0.2, -0.3, -0.2).ToArray();
        var expected = Journeys.Json(Journeys.Collect(reviews).ToCurve());

        Journeys.Json(Journeys.Collect(reviews.Reverse()).ToCurve()).ShouldBe(expected);

        var random = new Random(8);
        for (var run = 0; run < 20; run++)
        {
            var shards = reviews.OrderBy(_ => random.Next()).GroupBy(_ => random.Next(7)).Select(shard => Journeys.Collect(shard)).ToArray();
            var merged = new CurveAggregator();
            foreach (var shard in shards) merged.Merge(shard);
            Journeys.Json(merged.ToCurve()).ShouldBe(expected);

            // Associative: pairwise from the right.
            for (var i = shards.Length - 1; i > 0; i--) shards[i - 1].Merge(shards[i]);
            Journeys.Json(shards[0].ToCurve()).ShouldBe(expected);
        }

        var threads = reviews.Chunk(500).AsParallel().Select(chunk => Journeys.Collect(chunk)).ToArray();
        var all = new CurveAggregator();
        foreach (var thread in threads) all.Merge(thread);
        Journeys.Json(all.ToCurve()).ShouldBe(expected);
    }

    [Fact]
    public void Praise_and_blame_mirror_each_other()
    {
        var reviews = Journeys.Random(seed: 9, reviews: 500).ToArray();
        var mirrored = reviews.Select(r => r.Select(o => o with { Score = -o.Score }).ToArray());
        foreach (var (point, mirror) in Journeys.Collect(reviews).ToCurve().Points.Zip(Journeys.Collect(mirrored).ToCurve().Points))
        {
            mirror.Estimate!.Mean.ShouldBe(-point.Estimate!.Mean);
            mirror.Estimate.Negative.ShouldBe(point.Estimate.Positive);
            mirror.NegativeAspects.ShouldBe(point.PositiveAspects);
        }
    }

    [Fact]
    public void Analyses_and_their_tagged_records_give_the_same_bytes()
    {
        (string, double)[] opinions = [(Journeys.Usage, -0.123456), (Journeys.Usage, 0.9999499), (Journeys.Receiving, 2.0 / 3)];
        var analysed = new CurveAggregator();
        var tagged = new CurveAggregator();
        for (var i = 0; i < 30; i++)
        {
            analysed.Add(Journeys.Analysis(opinions));
            tagged.Add(Journeys.Review([.. opinions.Select(o => (o.Item1, Math.Round(o.Item2, 4)))]));
        }

        Journeys.Json(tagged.ToCurve()).ShouldBe(Journeys.Json(analysed.ToCurve()));
    }

    [Fact]
    public void A_snapshot_stays_as_it_is()
    {
        var aggregator = Journeys.Collect(Journeys.Random(3, 100));
        var curve = aggregator.ToCurve();
        var before = Journeys.Json(curve);
        aggregator.Add(Journeys.Review((Journeys.Usage, -1)));
        Journeys.Json(curve).ShouldBe(before);
        aggregator.Reviews.ShouldBe(101);
    }

    [Theory]
    [InlineData(1.2)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_score_off_the_scale_is_refused_and_leaves_nothing_behind(double score)
    {
        var aggregator = Journeys.Collect(Journeys.Random(3, 100));
        var before = Journeys.Json(aggregator.ToCurve());
        Should.Throw<ArgumentException>(() => aggregator.Add(Journeys.Review((Journeys.Usage, 0.5), (Journeys.Usage, score))))
            .Message.ShouldContain("outside [-1, 1]");
        Journeys.Json(aggregator.ToCurve()).ShouldBe(before);
    }

    [Fact]
    public void A_stage_of_another_journey_is_refused_by_name()
    {
        var aggregator = new CurveAggregator();
        Should.Throw<ArgumentException>(() => aggregator.Add(Journeys.Review(("unboxing", 0.5)))).Message.ShouldContain("'unboxing'");
        aggregator.Reviews.ShouldBe(0);

        var own = new CurveAggregator(new() { Stages = ["order", "unboxing"] });
        own.Add(Journeys.Review(("unboxing", 0.5)));
        own.ToCurve().Points.Select(p => p.Stage).ShouldBe(["order", "unboxing"]);
    }

    [Fact]
    public void Only_aggregators_of_one_kind_merge()
    {
        var aggregator = new CurveAggregator();
        Should.Throw<ArgumentException>(() => aggregator.Merge(aggregator));
        Should.Throw<ArgumentException>(() => aggregator.Merge(new CurveAggregator(new() { Stages = ["usage"] })));
        Should.Throw<ArgumentNullException>(() => aggregator.Merge(null!));
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        Message(new() { MinimumDrop = -0.1 }).ShouldContain("MinimumDrop");
        Message(new() { SignificanceLevel = 1 }).ShouldContain("SignificanceLevel");
        Message(new() { TopAspects = -1 }).ShouldContain("TopAspects");
        Message(new() { Stages = [] }).ShouldContain("Stages");
        Message(new() { Stages = default }).ShouldContain("Stages");
        Message(new() { Stages = ["usage", "usage"] }).ShouldContain("Stages");
        Message(new() { Stages = ["none"] }).ShouldContain("Stages");

        static string Message(CurveOptions options) => Should.Throw<ArgumentException>(() => new CurveAggregator(options)).Message;
    }

    [Fact]
    public void The_json_of_a_curve_reads_like_this()
    {
        var curve = Journeys.Curve(
            (Journeys.Receiving, Journeys.Times(20, 0.8, 0.6)),
            (Journeys.Usage, Journeys.Times(20, -0.5, -0.7)),
            (Journeys.AfterSales, Journeys.Times(2, 0.1)));

        Journeys.Json(curve).ShouldBe(
            """
            {"reviews":42,"points":[
            {"stage":"purchase","n":0,"coverage":0,"reliability":"none","mean":null,"sd":null,"interval":null,"positive":null,"neutral":null,"negative":null,"negative_aspects":[],"positive_aspects":[]},
            {"stage":"anticipation","n":0,"coverage":0,"reliability":"none","mean":null,"sd":null,"interval":null,"positive":null,"neutral":null,"negative":null,"negative_aspects":[],"positive_aspects":[]},
            {"stage":"receiving","n":20,"coverage":0.4762,"reliability":"sufficient","mean":0.7,"sd":0.1026,"interval":[0.65,0.7543],"positive":{"n":20,"share":1,"interval":[0.8389,1]},"neutral":{"n":0,"share":0,"interval":[0,0.1611]},"negative":{"n":0,"share":0,"interval":[0,0.1611]},"negative_aspects":[],"positive_aspects":[{"aspect":"usage","n":20}]},
            {"stage":"usage","n":20,"coverage":0.4762,"reliability":"sufficient","mean":-0.6,"sd":0.1026,"interval":[-0.6512,-0.5524],"positive":{"n":0,"share":0,"interval":[0,0.1611]},"neutral":{"n":0,"share":0,"interval":[0,0.1611]},"negative":{"n":20,"share":1,"interval":[0.8389,1]},"negative_aspects":[{"aspect":"material","n":20}],"positive_aspects":[]},
            {"stage":"aftersales","n":2,"coverage":0.0476,"reliability":"none","mean":null,"sd":null,"interval":null,"positive":null,"neutral":null,"negative":null,"negative_aspects":[],"positive_aspects":[{"aspect":"usage","n":2}]}],
            "summary":{"mean":0.05,"end":{"stage":"usage","mean":-0.6},"peak":{"stage":"receiving","mean":0.7},"valley":{"stage":"usage","mean":-0.6},"peak_end":0.05,"slope":-1.3,"area":0.05},
            "breakpoints":[{"stage":"usage","kind":"step","from":"receiving","change":-1.3,"p":0,"severity":0.619,"n":20,"driving_aspects":[{"aspect":"material","n":20}]}]}
            """.ReplaceLineEndings(""));
    }
}
