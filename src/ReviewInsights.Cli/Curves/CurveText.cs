using System.Globalization;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli.Curves;

/// <summary>The report for people: tables with a bar per stage, and the breakpoints in words.</summary>
/// <param name="names">Names of stages and aspects.</param>
/// <param name="language">Language of names and messages.</param>
internal sealed class CurveText(LexiconInfo names, Language language)
{
    private const int GroupWidth = 32;

    public void Write(TextWriter writer, CurveReport report)
    {
        var (overall, groups) = report.Curves;
        writer.WriteLine(Say(
            $"Emotion curve of {Count(overall.Reviews, "review")}, lexicon {Lexicons(report)}",
            $"{overall.Reviews} 条评论的情感曲线，词典 {Lexicons(report)}"));
        writer.WriteLine();
        WriteCurve(writer, overall);
        if (report.By is not null)
        {
            writer.WriteLine();
            WriteGroups(writer, report.By, groups);
        }

        WriteLegend(writer, [overall, .. groups.Select(g => g.Curve)]);
        writer.WriteLine();
        WriteBreakpoints(writer, report);
        if (report.Trend is { } trend)
        {
            writer.WriteLine();
            new TrendText(language).Write(writer, trend.Trend, trend.Undated);
        }

        if (report.Comparison is not { } comparison) return;
        writer.WriteLine();
        WriteComparison(writer, comparison);
    }

    private void WriteComparison(TextWriter writer, SegmentComparison segments)
    {
        writer.WriteLine(Say($"Negative reviews: {segments.Second.Name} against {segments.First.Name}", $"差评占比：{segments.Second.Name} 与 {segments.First.Name} 相比"));
        if (segments.ToComparison() is not { } comparison)
        {
            writer.WriteLine(Say("  one of them has no review", "  其中一方没有评论"));
            return;
        }

        foreach (var (name, share) in (ReadOnlySpan<(string, Share)>)[(segments.First.Name, comparison.First), (segments.Second.Name, comparison.Second)])
            writer.WriteLine(Say($"  {name}: {Tenths(share.Value)} negative ({Number(share.Reviews)})", $"  {name}：{Tenths(share.Value)}（{share.Reviews} 条差评）"));
        writer.WriteLine(Say(
            $"  difference {Signed(comparison.Difference)} (95% interval {Signed(comparison.Interval.Low)} to {Signed(comparison.Interval.High)})",
            $"  差值 {Signed(comparison.Difference)}（95% 区间 {Signed(comparison.Interval.Low)} 至 {Signed(comparison.Interval.High)}）"));
        if (comparison.Standardised is not { } same) return;
        writer.WriteLine(Say(
            $"  with the same product mix {Signed(same.Difference)} ({Signed(same.Interval.Low)} to {Signed(same.Interval.High)}); {Percent(same.LeftOut)} of reviews had no counterpart",
            $"  按相同商品构成 {Signed(same.Difference)}（{Signed(same.Interval.Low)} 至 {Signed(same.Interval.High)}）；{Percent(same.LeftOut)} 的评论没有对应商品"));
    }

    /// <summary>One line a stage, with its bar.</summary>
    public void WriteCurve(TextWriter writer, EmotionCurve curve)
    {
        var table = new PlainTable("lrrrrrl");
        table.Add(
            Say("Stage", "阶段"), Say("Reviews", "评论数"), Say("Coverage", "覆盖率"), Say("Mean ", "均值 "),
            Say("95% interval", "95% 区间"), Say("Negative", "差评占比"), ScoreBar.Scale);
        foreach (var point in curve.Points)
        {
            table.Add(
                Stage(point.Stage),
                Number(point.Reviews),
                Percent(point.Coverage),
                Mean(point),
                point.Estimate is { } estimate ? $"[{Score(estimate.Interval.Low)}, {Score(estimate.Interval.High)}]" : "-",
                point.Estimate is { } known ? Percent(known.Negative.Value) : "-",
                ScoreBar.Draw(point.Estimate?.Mean));
        }

        table.Write(writer);
        if (curve.Summary is { } summary)
            WriteSummary(writer, summary);
    }

    /// <summary>One line a group, with one column of a small chart a stage.</summary>
    public void WriteGroups(TextWriter writer, string by, IReadOnlyList<GroupCurve> groups)
    {
        var stages = names.Stages;
        var table = new PlainTable("lr" + new string('r', stages.Length) + "l");
        table.Add([ByName(by), Say("Reviews", "评论数"), .. stages.Select(stage => Stage(stage) + " "), Say("Curve", "曲线")]);
        foreach (var (key, curve) in groups)
        {
            table.Add([
                Group(key),
                Number(curve.Reviews),
                .. curve.Points.Select(point => (curve.Breakpoints.Any(b => b.Stage == point.Stage) ? "!" : "") + Mean(point)),
                string.Concat(curve.Points.Select(point => ScoreBar.Column(point.Estimate?.Mean)))]);
        }

        table.Write(writer);
    }

    /// <summary>What the signs in the tables mean, as far as they occur.</summary>
    public void WriteLegend(TextWriter writer, IReadOnlyList<EmotionCurve> curves)
    {
        var points = curves.SelectMany(c => c.Points).ToArray();
        if (Array.Exists(points, p => p.Reliability is PointReliability.Small))
        {
            writer.WriteLine(Say(
                $"*  fewer than {CurveOptions.MinimumReviewsForBreakpoint} reviews: shown, never a breakpoint",
                $"*  少于 {CurveOptions.MinimumReviewsForBreakpoint} 条评论：仅供参考，不判断点"));
        }

        if (Array.Exists(points, p => p.Reliability is PointReliability.None))
        {
            writer.WriteLine(Say(
                $"-  fewer than {CurveOptions.MinimumReviewsForEstimate} reviews: no estimate (silence is missing, not 0)",
                $"-  少于 {CurveOptions.MinimumReviewsForEstimate} 条评论：不估计（未提及是缺失，不是 0）"));
        }

        if (curves.Skip(1).Any(c => !c.Breakpoints.IsEmpty))
            writer.WriteLine(Say("!  breakpoint", "!  断点"));
    }

    /// <summary>Breakpoints in words, over all reviews first.</summary>
    public void WriteBreakpoints(TextWriter writer, CurveReport report)
    {
        var (overall, groups) = report.Curves;
        writer.WriteLine(Say("Breakpoints (stages where customers are lost)", "断点（客户流失的阶段）"));
        foreach (var breakpoint in overall.Breakpoints)
            writer.WriteLine("  " + Sentence(overall, breakpoint));
        foreach (var (key, curve) in groups)
        {
            foreach (var breakpoint in curve.Breakpoints)
                writer.WriteLine($"  {Group(key)}{Say(": ", "：")}{Sentence(curve, breakpoint)}");
        }

        if (overall.Breakpoints.IsEmpty && groups.All(g => g.Curve.Breakpoints.IsEmpty))
            writer.WriteLine(Say("  none: no stage is low by 0.20 or more beyond chance", "  无：没有哪个阶段在随机波动之外低出 0.20 以上"));
    }

    private void WriteSummary(TextWriter writer, CurveSummary summary)
    {
        var slope = summary.Slope is { } value ? Score(value) : "-";
        writer.WriteLine(Say(
            $"Peak {At(summary.Peak)}, valley {At(summary.Valley)}, end {At(summary.End)}, peak-end {Score(summary.PeakEnd)}, slope {slope} per stage",
            $"峰值 {At(summary.Peak)}，谷值 {At(summary.Valley)}，终点 {At(summary.End)}，峰终值 {Score(summary.PeakEnd)}，斜率 每阶段 {slope}"));

        string At(StageMean mean) => $"{Stage(mean.Stage)} {Score(mean.Mean)}";
    }

    private string Sentence(EmotionCurve curve, StageBreakpoint breakpoint)
    {
        var stage = Stage(breakpoint.Stage);
        var here = Score(MeanAt(curve, breakpoint.Stage));
        var depth = Math.Abs(breakpoint.Change).ToString("0.00", CultureInfo.InvariantCulture);
        var what = breakpoint.From is { } from
            ? Say($"{stage} falls by {depth} from {Stage(from)} ({Score(MeanAt(curve, from))} to {here}",
                $"{stage}比{Stage(from)}下降 {depth}（{Score(MeanAt(curve, from))} 到 {here}")
            : Say($"{stage} lies {depth} below the whole journey ({here} against {Score(curve.Summary!.Mean)}",
                $"{stage}比全程低 {depth}（{here}，全程 {Score(curve.Summary!.Mean)}");
        var severity = breakpoint.Severity.ToString("0.00", CultureInfo.InvariantCulture);
        var weight = Say(
            $", {PValue(breakpoint.PValue)}, {Count(breakpoint.Reviews, "review")}, severity {severity})",
            $"，{PValue(breakpoint.PValue)}，{breakpoint.Reviews} 条评论，严重度 {severity}）");
        var aspects = breakpoint.DrivingAspects.Select(a => Say($"{Aspect(a.Aspect)} ({a.Reviews})", $"{Aspect(a.Aspect)}（{a.Reviews}）"));
        var drivers = breakpoint.DrivingAspects.IsEmpty
            ? ""
            : Say($"; criticised most: {string.Join(", ", aspects)}", $"；批评最多：{string.Join('、', aspects)}");
        return what + weight + drivers;
    }

    private static double MeanAt(EmotionCurve curve, string stage) => curve.Points.First(p => p.Stage == stage).Estimate!.Mean;

    private static string Mean(CurvePoint point) => point.Estimate is { } estimate
        ? Score(estimate.Mean) + (point.Reliability is PointReliability.Small ? "*" : " ")
        : "- ";

    private static string Score(double score) => score.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    private static string Percent(double share) =>
        $"{Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)}%";

    private static string Tenths(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    private static string Signed(double share) => (share * 100).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + "%";

    private static string PValue(double p) => p < 0.001 ? "p < 0.001" : $"p = {p.ToString("0.000", CultureInfo.InvariantCulture)}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Count(long number, string noun) => number == 1 ? $"1 {noun}" : $"{Number(number)} {noun}s";

    private static string Lexicons(CurveReport report) => report.Lexicons.IsEmpty ? "-" : string.Join(", ", report.Lexicons);

    private string Stage(string code) => names.StageNames.TryGetValue(code, out var name) ? Say(name.English, name.Chinese) : code;

    private string Aspect(string code) => names.AspectNames.TryGetValue(code, out var name) ? Say(name.English, name.Chinese) : code;

    private string Group(string key) => key.Length == 0 ? Say("(none)", "（无）") : DisplayWidth.Fit(key, GroupWidth);

    private string ByName(string by) => by switch
    {
        "product" => Say("Product", "商品"),
        "brand" => Say("Brand", "品牌"),
        "category" => Say("Category", "品类"),
        "channel" => Say("Channel", "渠道"),
        _ => Say("Batch", "批次"),
    };

    private string Say(string english, string chinese) => language == Language.Chinese ? chinese : english;
}
