using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReviewInsights.Analytics;

namespace ReviewInsights.Cli.Curves;

/// <summary>The report as one JSON document, for programs.</summary>
internal static class CurveJson
{
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    public static void Write(Stream output, CurveReport report)
    {
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            writer.WriteStartArray("lexicons");
            foreach (var lexicon in report.Lexicons)
                writer.WriteStringValue(lexicon);
            writer.WriteEndArray();
            writer.WritePropertyName("curve");
            report.Curves.Overall.WriteJson(writer);
            if (report.By is not null)
                WriteGroups(writer, report);
            if (report.Trend is { } trend)
                WriteTrend(writer, trend);
            if (report.Comparison is { } comparison)
                WriteComparison(writer, comparison);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteTrend(Utf8JsonWriter writer, TrendReport report)
    {
        writer.WriteNumber("undated", report.Undated);
        writer.WritePropertyName("trend");
        if (report.Trend is not { } trend)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("unit", trend.Unit);
        writer.WriteStartArray("buckets");
        foreach (var bucket in trend.Buckets)
        {
            var (start, reviews, negative) = bucket;
            writer.WriteStartObject();
            writer.WriteString("start", Day(start));
            writer.WriteNumber("n", reviews);
            writer.WriteNumber("negative", negative);
            if (bucket.Share is { } share)
            {
                writer.WriteNumber("share", Rounded(share.Value));
                WriteInterval(writer, "interval", share.Interval);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("changes");
        foreach (var change in trend.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("start", Day(trend.Buckets[change.Bucket].Start));
            writer.WriteNumber("before", Rounded(change.Before.Value));
            writer.WriteNumber("after", Rounded(change.After.Value));
            WriteInterval(writer, "difference", change.Difference);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("phases");
        foreach (var (name, from, to) in trend.Phases)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("from", Day(from));
            writer.WriteString("to", Day(to));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter writer, SegmentComparison segments)
    {
        writer.WriteStartObject("comparison");
        writer.WriteString("first", segments.First.Name);
        writer.WriteString("second", segments.Second.Name);
        if (segments.ToComparison() is { } comparison)
        {
            writer.WriteNumber("first_negative", Rounded(comparison.First.Value));
            writer.WriteNumber("second_negative", Rounded(comparison.Second.Value));
            writer.WriteNumber("difference", Rounded(comparison.Difference));
            WriteInterval(writer, "interval", comparison.Interval);
            if (comparison.Standardised is { } same)
            {
                writer.WriteNumber("standardised", Rounded(same.Difference));
                WriteInterval(writer, "standardised_interval", same.Interval);
                writer.WriteNumber("left_out", Rounded(same.LeftOut));
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter writer, string name, Interval interval)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(Rounded(interval.Low));
        writer.WriteNumberValue(Rounded(interval.High));
        writer.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Adding 0 turns -0 into 0.
    private static double Rounded(double value) => Math.Round(value, 4) + 0.0;

    private static void WriteGroups(Utf8JsonWriter writer, CurveReport report)
    {
        writer.WriteString("by", report.By);
        writer.WriteStartArray("groups");
        foreach (var (key, curve) in report.Curves.Groups)
        {
            writer.WriteStartObject();
            writer.WriteString("group", key);
            writer.WritePropertyName("curve");
            curve.WriteJson(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
