using System.Text.Encodings.Web;
using System.Text.Json;
using ReviewInsights.Analytics.Curves;
using ReviewInsights.Analytics.Reports.Sections;

namespace ReviewInsights.Analytics.Reports;

/// <summary>What the charts draw, as JSON that is safe inside a script element.</summary>
internal static class ChartData
{
    // The default encoder escapes <, >, &, quotes and everything beyond ASCII: nothing in it can end the element it stands in.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    public static void Write(TextWriter destination, ReviewReport report, ReportText text)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Labels(json, text);
            json.WritePropertyName("curve");
            Curve(json, report.Journey.Curve, report.Names, text);
            json.WriteStartArray("groups");
            foreach (var group in report.Groups.Take(GroupSection.MaximumCharts)) Curve(json, group.Journey.Curve, report.Names, text);
            json.WriteEndArray();
            if (report.Trend is { Buckets.Length: > 0 } trend) Trend(json, trend);
            json.WriteEndObject();
        }

        // ASCII by the encoder above.
        destination.Write(System.Text.Encoding.ASCII.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    private static void Labels(Utf8JsonWriter json, ReportText text)
    {
        json.WriteStartObject("labels");
        json.WriteString("mean", text.Mean);
        json.WriteString("interval", text.Interval);
        json.WriteString("reviews", text.Reviews);
        json.WriteString("coverage", text.Coverage);
        json.WriteString("share", text.NegativeShare);
        json.WriteString("level", text.Level);
        json.WriteString("none", text.NoEstimate);
        json.WriteEndObject();
    }

    private static void Curve(Utf8JsonWriter json, EmotionCurve curve, ReportNames names, ReportText text)
    {
        json.WriteStartArray();
        foreach (var point in curve.Points)
        {
            json.WriteStartObject();
            json.WriteString("stage", names.Stages.TryGetValue(point.Stage, out var name) ? text.Of(name) : point.Stage);
            json.WriteNumber("n", point.Reviews);
            Number(json, "coverage", point.Coverage);
            if (point.Estimate is { } estimate)
            {
                Number(json, "mean", estimate.Mean);
                Number(json, "low", estimate.Interval.Low);
                Number(json, "high", estimate.Interval.High);
            }

            json.WriteBoolean("small", point.Reliability != PointReliability.Sufficient);
            if (curve.Breakpoints.FirstOrDefault(b => b.Stage == point.Stage) is { } breakpoint)
                json.WriteString("change", Figures.Score(breakpoint.Change));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Trend(Utf8JsonWriter json, ReportTrend trend)
    {
        json.WriteStartObject("trend");
        json.WriteStartArray("buckets");
        foreach (var (start, reviews, negative) in trend.Buckets)
        {
            json.WriteStartObject();
            json.WriteString("start", Figures.Day(start));
            json.WriteNumber("n", reviews);
            if (reviews > 0)
            {
                var interval = Wilson.Interval(negative, reviews);
                Number(json, "share", (double)negative / reviews);
                Number(json, "low", interval.Low);
                Number(json, "high", interval.High);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Levels(json, trend);
        json.WriteStartArray("changes");
        foreach (var change in trend.Changes)
        {
            json.WriteStartObject();
            json.WriteNumber("at", change.Bucket);
            json.WriteString("label", Figures.Day(trend.Buckets[change.Bucket].Start));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("phases");
        foreach (var phase in trend.Phases)
        {
            var marked = Enumerable.Range(0, trend.Buckets.Length).Where(bucket => trend.PhasesAt(bucket).Contains(phase)).ToArray();
            if (marked is not [var from, ..]) continue;
            json.WriteStartObject();
            json.WriteString("name", phase.Name);
            json.WriteNumber("from", from);
            json.WriteNumber("to", marked[^1]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The share between changes: each stretch with its first and last bucket.</summary>
    private static void Levels(Utf8JsonWriter json, ReportTrend trend)
    {
        json.WriteStartArray("levels");
        var from = 0;
        for (var i = 0; i <= trend.Changes.Length; i++)
        {
            var share = i < trend.Changes.Length ? trend.Changes[i].Before.Value
                : i > 0 ? trend.Changes[^1].After.Value
                : TrendSection.Overall(trend);
            var to = i < trend.Changes.Length ? trend.Changes[i].Bucket - 1 : trend.Buckets.Length - 1;
            if (share is { } value)
            {
                json.WriteStartObject();
                json.WriteNumber("from", from);
                json.WriteNumber("to", to);
                Number(json, "share", value);
                json.WriteEndObject();
            }

            from = to + 1;
        }

        json.WriteEndArray();
    }

    // Rounding hides the last bits in which processors may differ, and keeps the page small.
    private static void Number(Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(name, Math.Round(value, 4, MidpointRounding.AwayFromZero));
}
