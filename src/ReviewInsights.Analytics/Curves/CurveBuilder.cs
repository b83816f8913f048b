using System.Collections.Immutable;

namespace ReviewInsights.Analytics.Curves;

/// <summary>Turns the sums into the points and the summary of a curve.</summary>
internal static class CurveBuilder
{
    internal static ImmutableArray<CurvePoint> Points(CurveState state, CurveOptions options)
    {
        var points = ImmutableArray.CreateBuilder<CurvePoint>(state.StageCount);
        for (var stage = 0; stage < state.StageCount; stage++)
        {
            var n = state.Count(stage);
            points.Add(new CurvePoint(
                state.Stage(stage),
                n,
                state.Reviews == 0 ? 0 : (double)n / state.Reviews,
                Reliability(n),
                HasEstimate(n) ? Estimate(state, stage, options) : null,
                Top(state.Aspects(stage, negative: true), options.TopAspects),
                Top(state.Aspects(stage, negative: false), options.TopAspects)));
        }

        return points.MoveToImmutable();
    }

    internal static CurveSummary? Summary(CurveState state)
    {
        var present = Present(state);
        if (present.Length == 0) return null;

        StageMean At(int stage) => new(state.Stage(stage), state.Mean(stage));
        var end = At(present[^1]);
        var peak = At(present.MaxBy(state.Mean));
        var valley = At(present.MinBy(state.Mean));
        return new CurveSummary(
            WeightedMean(state, present),
            end,
            peak,
            valley,
            (peak.Mean + end.Mean) / 2,
            present.Length < 2 ? null : Slope(state, present),
            present.Length < 2 ? null : Area(state, present));
    }

    /// <summary>Stages with an estimate, in journey order.</summary>
    internal static int[] Present(CurveState state) =>
        [.. Enumerable.Range(0, state.StageCount).Where(stage => HasEstimate(state.Count(stage)))];

    internal static double WeightedMean(CurveState state, int[] present) =>
        present.Sum(stage => state.Count(stage) * state.Mean(stage)) / present.Sum(state.Count);

    private static bool HasEstimate(long n) => n >= CurveOptions.MinimumReviewsForEstimate;

    private static PointReliability Reliability(long n) => n switch
    {
        < CurveOptions.MinimumReviewsForEstimate => PointReliability.None,
        < CurveOptions.MinimumReviewsForBreakpoint => PointReliability.Small,
        _ => PointReliability.Sufficient,
    };

    private static StageEstimate Estimate(CurveState state, int stage, CurveOptions options)
    {
        var n = state.Count(stage);
        var mean = state.Mean(stage);
        var deviation = state.StandardDeviation(stage);
        var positive = state.Positive(stage);
        var negative = state.Negative(stage);
        return new StageEstimate(
            mean,
            deviation,
            PoissonBootstrap.OfMean(state.HistogramOf(stage), mean, options.BootstrapSamples, options.Seed + (ulong)stage),
            Wilson.Share(positive, n),
            Wilson.Share(n - positive - negative, n),
            Wilson.Share(negative, n));
    }

    private static ImmutableArray<AspectCount> Top(IEnumerable<AspectCount> counts, int top) =>
        [.. counts.OrderByDescending(count => count.Reviews).ThenBy(count => count.Aspect, StringComparer.Ordinal).Take(top)];

    private static double Slope(CurveState state, int[] present)
    {
        var centre = present.Average();
        var mean = present.Average(state.Mean);
        var xy = present.Sum(stage => (stage - centre) * (state.Mean(stage) - mean));
        var xx = present.Sum(stage => (stage - centre) * (stage - centre));
        return xy / xx;
    }

    private static double Area(CurveState state, int[] present)
    {
        var area = 0.0;
        for (var i = 1; i < present.Length; i++)
            area += (present[i] - present[i - 1]) * (state.Mean(present[i]) + state.Mean(present[i - 1])) / 2;
        return area;
    }
}
