using System.Collections.Immutable;
using System.Text.Json;

namespace ReviewInsights.Analytics.Curves;

/// <summary>Writes curves as JSON. Rounding hides the last bits in which processors may differ.</summary>
internal static class CurveJson
{
    private const int Decimals = 4;
    private const int PValueDecimals = 6;

    internal static void Write(Utf8JsonWriter writer, EmotionCurve curve)
    {
        writer.WriteStartObject();
        writer.WriteNumber("reviews", curve.Reviews);
        writer.WriteStartArray("points");
        foreach (var point in curve.Points) Write(writer, point);
        writer.WriteEndArray();
        writer.WritePropertyName("summary");
        if (curve.Summary is { } summary) Write(writer, summary);
        else writer.WriteNullValue();
        writer.WriteStartArray("breakpoints");
        foreach (var breakpoint in curve.Breakpoints) Write(writer, breakpoint);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CurvePoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", point.Stage);
        writer.WriteNumber("n", point.Reviews);
        Write(writer, "coverage", point.Coverage);
        writer.WriteString("reliability", point.Reliability switch
        {
            PointReliability.None => "none",
            PointReliability.Small => "small",
            _ => "sufficient",
        });
        Write(writer, "mean", point.Estimate?.Mean);
        if (point.ShrunkMean is not null) Write(writer, "shrunk_mean", point.ShrunkMean);
        Write(writer, "sd", point.Estimate?.StandardDeviation);
        Write(writer, "interval", point.Estimate?.Interval);
        Write(writer, "positive", point.Estimate?.Positive);
        Write(writer, "neutral", point.Estimate?.Neutral);
        Write(writer, "negative", point.Estimate?.Negative);
        Write(writer, "negative_aspects", point.NegativeAspects);
        Write(writer, "positive_aspects", point.PositiveAspects);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CurveSummary summary)
    {
        writer.WriteStartObject();
        Write(writer, "mean", summary.Mean);
        Write(writer, "end", summary.End);
        Write(writer, "peak", summary.Peak);
        Write(writer, "valley", summary.Valley);
        Write(writer, "peak_end", summary.PeakEnd);
        Write(writer, "slope", summary.Slope);
        Write(writer, "area", summary.Area);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StageBreakpoint breakpoint)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", breakpoint.Stage);
        writer.WriteString("kind", breakpoint.Kind is BreakpointKind.Step ? "step" : "valley");
        writer.WriteString("from", breakpoint.From);
        Write(writer, "change", breakpoint.Change);
        writer.WriteNumber("p", Rounded(breakpoint.PValue, PValueDecimals));
        Write(writer, "severity", breakpoint.Severity);
        writer.WriteNumber("n", breakpoint.Reviews);
        Write(writer, "driving_aspects", breakpoint.DrivingAspects);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, StageMean mean)
    {
        writer.WriteStartObject(name);
        writer.WriteString("stage", mean.Stage);
        Write(writer, "mean", mean.Mean);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Share? share)
    {
        if (share is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteNumber("n", value.Reviews);
        Write(writer, "share", value.Value);
        Write(writer, "interval", value.Interval);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Interval? interval)
    {
        if (interval is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteNumberValue(Rounded(value.Low, Decimals));
        writer.WriteNumberValue(Rounded(value.High, Decimals));
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<AspectCount> aspects)
    {
        writer.WriteStartArray(name);
        foreach (var (aspect, reviews) in aspects)
        {
            writer.WriteStartObject();
            writer.WriteString("aspect", aspect);
            writer.WriteNumber("n", reviews);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value) writer.WriteNumber(name, Rounded(value, Decimals));
        else writer.WriteNull(name);
    }

    // Adding 0 turns -0 into 0.
    private static double Rounded(double value, int decimals) => Math.Round(value, decimals) + 0.0;
}
