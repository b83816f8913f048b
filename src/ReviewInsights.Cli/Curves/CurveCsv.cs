using System.Buffers;
using System.Globalization;
using ReviewInsights.Analytics;
using ReviewInsights.IO.Delimited;

namespace ReviewInsights.Cli.Curves;

/// <summary>The report as a table for spreadsheets and data frames: one row a stage, a group and stage or, with a trend, a bucket of time.</summary>
internal static class CurveCsv
{
    private static readonly string[] Columns =
    [
        "stage", "n", "coverage", "reliability", "mean", "shrunk_mean", "sd", "mean_low", "mean_high",
        "positive_n", "positive_share", "positive_low", "positive_high",
        "neutral_n", "neutral_share", "neutral_low", "neutral_high",
        "negative_n", "negative_share", "negative_low", "negative_high",
        "negative_aspects", "positive_aspects", "breakpoint", "change", "p", "severity",
    ];

    public static void Write(Stream output, CurveReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var row = new CellWriter();
        if (report.Trend is { } trend)
        {
            WriteTrend(buffer, row, trend.Trend);
            output.Write(buffer.WrittenSpan);
            return;
        }

        if (report.By is not null)
            row.Raw(report.By);
        foreach (var column in Columns)
            row.Raw(column);
        row.End(buffer);

        if (report.By is null)
            WriteCurve(buffer, row, null, report.Curves.Overall);
        foreach (var (key, curve) in report.By is null ? [] : report.Curves.Groups)
            WriteCurve(buffer, row, key, curve);
        output.Write(buffer.WrittenSpan);
    }

    private static void WriteTrend(ArrayBufferWriter<byte> buffer, CellWriter row, ReportTrend? trend)
    {
        row.Raw("start").Raw("n").Raw("negative_n").Raw("negative_share").Raw("negative_low").Raw("negative_high").Raw("change").Raw("phase").End(buffer);
        for (var i = 0; i < (trend?.Buckets.Length ?? 0); i++)
        {
            var (start, reviews, negative) = trend!.Buckets[i];
            row.Raw(start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Number(reviews).Number(negative)
                .Number(Rounded(trend.Buckets[i].Share?.Value)).Number(Rounded(trend.Buckets[i].Share?.Interval.Low)).Number(Rounded(trend.Buckets[i].Share?.Interval.High))
                .Number(Rounded(trend.Changes.FirstOrDefault(change => change.Bucket == i) is { } change ? change.After.Value - change.Before.Value : null))
                .Text(string.Join(' ', trend.PhasesAt(i).Select(phase => phase.Name)));
            row.End(buffer);
        }
    }

    private static void WriteCurve(ArrayBufferWriter<byte> buffer, CellWriter row, string? group, EmotionCurve curve)
    {
        foreach (var point in curve.Points)
        {
            if (group is not null)
                row.Text(group);
            row.Raw(point.Stage).Number(point.Reviews).Number(Rounded(point.Coverage)).Raw(Code(point.Reliability))
                .Number(Rounded(point.Estimate?.Mean))
                .Number(Rounded(point.ShrunkMean))
                .Number(Rounded(point.Estimate?.StandardDeviation))
                .Number(Rounded(point.Estimate?.Interval.Low))
                .Number(Rounded(point.Estimate?.Interval.High));
            WriteShare(row, point.Estimate?.Positive);
            WriteShare(row, point.Estimate?.Neutral);
            WriteShare(row, point.Estimate?.Negative);
            var breakpoint = curve.Breakpoints.FirstOrDefault(b => b.Stage == point.Stage);
            row.Raw(Aspects(point.NegativeAspects)).Raw(Aspects(point.PositiveAspects))
                .Raw(breakpoint is null ? null : Code(breakpoint.Kind))
                .Number(Rounded(breakpoint?.Change))
                .Number(Rounded(breakpoint?.PValue, decimals: 6))
                .Number(Rounded(breakpoint?.Severity));
            row.End(buffer);
        }
    }

    private static void WriteShare(CellWriter row, Share? share) => row
        .Number(share?.Reviews)
        .Number(Rounded(share?.Value))
        .Number(Rounded(share?.Interval.Low))
        .Number(Rounded(share?.Interval.High));

    // Adding 0 turns -0 into 0.
    private static double? Rounded(double? value, int decimals = 4) => value is { } number ? Math.Round(number, decimals) + 0.0 : null;

    private static string Code<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Aspects(IEnumerable<AspectCount> aspects) => string.Join(' ', aspects.Select(a => $"{a.Aspect}:{a.Reviews}"));
}
