using System.Collections.Immutable;

namespace ReviewInsights.Analytics.Tests.Reports;

/// <summary>An invented report that has everything: five products, three breakpoints, 120 days. Computed, but not from reviews.</summary>
internal static class SampleReport
{
    public const string Attack = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";

    public static ReviewReport Full()
    {
        (string Key, long Reviews, double[] Means)[] products =
        [
            ("云绒四件套", 612, [0.46, 0.31, 0.22, 0.41, 0.12]),
            ("轻羽颈枕", 540, [0.38, 0.02, -0.21, 0.29, -0.33]),
            ("暖格电热毯", 471, [0.41, 0.28, 0.19, -0.18, -0.41]),
            ("山茶香薰机", 288, [0.52, 0.40, 0.44, 0.51, 0.37]),
            ("小满折叠桌（加厚款）", 96, [0.22, 0.18, 0.05, 0.20, -0.02]),
        ];
        var overall = Curve(2007, [0.42, 0.21, 0.01, 0.31, -0.21],
            Step("aftersales", "usage", -0.52, 0.00004, 0.10, 381, ("after_service", 171), ("value", 40)),
            Step("receiving", "anticipation", -0.20, 0.0031, 0.09, 903, ("packaging", 231), ("logistics", 148)),
            Step("anticipation", "purchase", -0.21, 0.0184, 0.03, 301, ("logistics", 122)));
        return new ReviewReport(
            "云栖家居 · 2026 年春季评论",
            ["zh-2026.05"],
            Names,
            new ReportQuality(2007, 12, 143, 0, 31, 0, 260, new DateOnly(2026, 2, 1), new DateOnly(2026, 5, 31)),
            new ReportJourney(overall, [AfterSales(overall.Breakpoints[0]), Receiving(overall.Breakpoints[1]), Waiting(overall.Breakpoints[2])]),
            "product",
            [.. products.Select(p => new GroupJourney(p.Key, new ReportJourney(GroupCurve(p.Reviews, p.Means), [])))],
            Heat(),
            Trend(),
            [.. products.OrderBy(p => p.Means[4]).Take(3).Select((p, i) => new RankedGroup(p.Key, p.Reviews, (long)(p.Reviews * (0.31 - (0.05 * i))), 0.30 - (0.05 * i), 0.27 - (0.05 * i), p.Reviews * (0.12 - (0.05 * i))))],
            [.. products.OrderByDescending(p => p.Means[4]).Take(3).Select((p, i) => new RankedGroup(p.Key, p.Reviews, (long)(p.Reviews * (0.82 - (0.06 * i))), 0.81 - (0.06 * i), 0.77 - (0.06 * i), p.Reviews * (0.14 - (0.06 * i))))],
            [
                new AspectFeedback("material", new AspectCounts(1400, 688, 92), new AspectCounts(1300, 540, 81), new Interval(-0.046, 0.021)),
                new AspectFeedback("usage", new AspectCounts(1400, 530, 118), new AspectCounts(1300, 480, 160), new Interval(-0.112, -0.024)),
                new AspectFeedback("packaging", new AspectCounts(1400, 121, 231), new AspectCounts(1300, 160, 120), new Interval(0.149, 0.302)),
                new AspectFeedback("logistics", new AspectCounts(1400, 260, 214), new AspectCounts(1300, 250, 170), new Interval(-0.018, 0.111)),
                new AspectFeedback("after_service", new AspectCounts(1400, 84, 171), new AspectCounts(1300, 70, 90), new Interval(0.010, 0.205)),
                new AspectFeedback("value", new AspectCounts(1400, 302, 77), null, null),
            ]);
    }

    /// <summary>Nothing but reviews that say nothing: no time, no groups, no opinions.</summary>
    public static ReviewReport Empty() => new(
        "空", [], Names, new ReportQuality(3, 0, 3, 3, 3, 3, 3, null, null),
        new ReportJourney(new EmotionCurve(3, [.. CurveOptions.DefaultStages.Select(s => new CurvePoint(s, 0, 0, PointReliability.None, null, [], []))], null, []), []),
        null, [], [], null, [], [], []);

    /// <summary>Every text that comes from data is an attack on the page.</summary>
    public static ReviewReport Hostile()
    {
        var full = Full();
        var name = new DisplayName(Attack, Attack);
        var cause = new DiagnosedCause("packaging", "packaging." + Attack, 9, 0.5,
            [new ExpressionCount(Attack, 3)],
            [new Quote(Attack, "很差" + Attack, new TextSpan(2, 8)), new Quote("r", Attack, new TextSpan(400, 5))],
            [new StageAction(null, "packaging", null, name, name, name, name)]);
        return full with
        {
            Title = Attack,
            Lexicons = [Attack],
            By = Attack,
            Names = new ReportNames(full.Names.Aspects.SetItem("material", name), full.Names.Stages.SetItem("usage", name)),
            Journey = new ReportJourney(full.Journey.Curve, [new StageDiagnosis(full.Journey.Curve.Breakpoints[0], [cause])]),
            Groups = [.. full.Groups.Select(g => g with { Key = Attack })],
            Heat = [.. full.Heat, new HeatCell(Attack, Attack, 9, 9)],
            Trend = full.Trend! with { Phases = [new PromotionPhase(Attack, new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 9))] },
            Worst = [.. full.Worst.Select(w => w with { Key = Attack })],
            Feedback = [new AspectFeedback(Attack, new AspectCounts(1400, 3, 4), null, null)],
        };
    }

    public static string Page(ReviewReport report, ReportLanguage language = ReportLanguage.Chinese)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(report, language, writer);
        return writer.ToString();
    }

    private static readonly ReportNames Names = new(
        new Dictionary<string, DisplayName>
        {
            ["material"] = new("材质/成分", "Material"),
            ["usage"] = new("使用体验", "Usage experience"),
            ["packaging"] = new("包装", "Packaging"),
            ["packaging.damage"] = new("破损", "Damage"),
            ["logistics"] = new("物流", "Logistics"),
            ["logistics.speed"] = new("时效", "Speed"),
            ["after_service"] = new("售后服务", "After-sales service"),
            ["after_service.response"] = new("响应", "Response"),
            ["value"] = new("性价比/价格", "Value"),
        }.ToImmutableDictionary(),
        new Dictionary<string, DisplayName>
        {
            ["purchase"] = new("购买", "Purchase"),
            ["anticipation"] = new("期待", "Anticipation"),
            ["receiving"] = new("收货", "Receiving"),
            ["usage"] = new("使用", "Usage"),
            ["aftersales"] = new("售后", "After-sales"),
        }.ToImmutableDictionary());

    private static StageBreakpoint Step(string stage, string from, double change, double p, double severity, long reviews, params (string Aspect, long Reviews)[] aspects) =>
        new(stage, BreakpointKind.Step, from, change, p, severity, reviews, [.. aspects.Select(a => new AspectCount(a.Aspect, a.Reviews))]);

    private static EmotionCurve GroupCurve(long reviews, double[] means)
    {
        var fall = Enumerable.Range(1, 4).MinBy(i => means[i] - means[i - 1]);
        var change = means[fall] - means[fall - 1];
        return change > -0.2
            ? Curve(reviews, means)
            : Curve(reviews, means, Step(CurveOptions.DefaultStages[fall], CurveOptions.DefaultStages[fall - 1], change, 0.004, -change * 0.2, 60));
    }

    private static EmotionCurve Curve(long reviews, double[] means, params StageBreakpoint[] breakpoints)
    {
        double[] coverage = [0.25, 0.15, 0.45, 0.80, 0.19];
        var points = means.Select((mean, i) =>
        {
            var n = (long)(reviews * coverage[i]);
            var half = 1.96 * 0.6 / Math.Sqrt(n);
            var negative = (0.62 - mean) / 2;
            return new CurvePoint(CurveOptions.DefaultStages[i], n, coverage[i], n < 20 ? PointReliability.Small : PointReliability.Sufficient,
                new StageEstimate(mean, 0.6, new Interval(mean - half, mean + half), Share(0.9 - negative), Share(0.1), Share(negative)),
                [new AspectCount("logistics", n / 5), new AspectCount("packaging", n / 9)], [new AspectCount("material", n / 3)]);

            Share Share(double value) => new((long)(n * value), value, new Interval(Math.Max(0, value - 0.02), Math.Min(1, value + 0.02)));
        });
        var peak = Array.IndexOf(means, means.Max());
        var valley = Array.IndexOf(means, means.Min());
        return new EmotionCurve(reviews, [.. points],
            new CurveSummary(means.Average(), new StageMean("aftersales", means[4]), new StageMean(CurveOptions.DefaultStages[peak], means[peak]),
                new StageMean(CurveOptions.DefaultStages[valley], means[valley]), (means[peak] + means[4]) / 2, -0.08, 0.9),
            [.. breakpoints]);
    }

    private static StageDiagnosis AfterSales(StageBreakpoint breakpoint) => new(breakpoint,
    [
        new DiagnosedCause("after_service", "after_service.response", 118, 0.58,
            [new("没人回", 41), new("推来推去", 22), new("回复慢", 19), new("敷衍", 11)],
            [
                Quote("r-103", "客服三天没人回，电话也打不通", "没人回"),
                Quote("r-248", "退货的事推来推去，最后不了了之", "推来推去"),
                Quote("r-377", "每次都是复制粘贴，回复慢得让人没脾气", "回复慢"),
                Quote("r-612", "换货要求写了五遍，态度敷衍", "敷衍"),
                Quote("r-640", "说好的补发，到现在没人回", "没人回"),
            ],
            [Action("after_service", new("售后排队过长，转接后无人跟进", "Queues are too long and hand-overs get lost"),
                new("工单设首次响应时限 2 小时，超时自动升级", "Answer tickets within two hours; escalate what is late"),
                new("客服主管", "Head of support"), new("四周后售后环节均值与首响时长", "Mean at after-sales and time to first answer, in four weeks"))]),
        new DiagnosedCause("value", null, 40, 0.14, [new("买完就降价", 17), new("不划算", 8)], [Quote("r-77", "刚收到没两天，买完就降价了", "买完就降价")], []),
    ]);

    private static StageDiagnosis Receiving(StageBreakpoint breakpoint) => new(breakpoint,
    [
        new DiagnosedCause("packaging", "packaging.damage", 163, 0.46,
            [new("压扁", 58), new("破了", 47), new("漏", 12)],
            [
                Quote("r-12", "外面的盒子完全压扁了，里面还好没坏", "压扁"),
                Quote("r-90", "收到的时候袋子破了，枕头蹭脏一大块", "破了"),
                Quote("r-431", "快递盒压扁得像饼一样，送人都拿不出手", "压扁"),
            ],
            [Action("packaging", new("单层纸箱不耐压", "Single-wall boxes do not hold"),
                new("颈枕与香薰机改用五层箱加护角", "Move pillows and diffusers to double-wall boxes with corner guards"),
                new("仓储", "Warehouse"), new("破损类差评每千单条数", "Damage complaints per thousand orders"))]),
    ]);

    private static StageDiagnosis Waiting(StageBreakpoint breakpoint) => new(breakpoint,
        [new DiagnosedCause("logistics", "logistics.speed", 96, 0.71, [new("迟迟不发货", 36), new("慢", 30)], [Quote("r-5", "付完款迟迟不发货，催了才动", "迟迟不发货")],
            [Action("logistics", new("大促备货不足", "Too little stock for the promotion"), new("预售页写明发货日，逾期自动致歉并补券", "State the dispatch day; apologise and compensate when it is missed"), new("运营", "Operations"), new("下单到发货的中位时长", "Median time from order to dispatch"))])]);

    private static StageAction Action(string aspect, DisplayName cause, DisplayName action, DisplayName owner, DisplayName measure) =>
        new(null, aspect, null, cause, action, owner, measure);

    private static Quote Quote(string id, string text, string evidence) =>
        new(id, text, new TextSpan(text.IndexOf(evidence, StringComparison.Ordinal), evidence.Length));

    private static ImmutableArray<HeatCell> Heat() =>
    [
        new("material", "receiving", 210, 41), new("material", "usage", 480, 51), new("usage", "usage", 530, 118),
        new("packaging", "receiving", 121, 231), new("logistics", "anticipation", 90, 122), new("logistics", "receiving", 170, 92),
        new("after_service", "aftersales", 84, 171), new("after_service", "purchase", 2, 1), new("value", "purchase", 260, 37), new("value", "aftersales", 42, 40),
    ];

    private static ReportTrend Trend()
    {
        var random = new Random(7);
        var start = new DateOnly(2026, 2, 1);
        var buckets = Enumerable.Range(0, 120).Select(i =>
        {
            long n = 12 + random.Next(8) + (i is >= 60 and < 68 ? 25 : 0);
            long negative = 0;
            for (var k = 0; k < n; k++) negative += random.NextDouble() < (i < 72 ? 0.14 : 0.27) ? 1 : 0;
            return new TrendBucket(start.AddDays(i), n, negative);
        });
        return new ReportTrend("day", [.. buckets],
            [new TimeChange(72, new Share(160, 0.142, new Interval(0.12, 0.16)), new Share(200, 0.268, new Interval(0.24, 0.30)), new Interval(0.081, 0.171))],
            [new PromotionPhase("预售", new DateOnly(2026, 3, 20), new DateOnly(2026, 4, 1)), new PromotionPhase("爆发", new DateOnly(2026, 4, 2), new DateOnly(2026, 4, 9))]);
    }
}
