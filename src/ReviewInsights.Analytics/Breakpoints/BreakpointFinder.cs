using System.Collections.Immutable;
using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Breakpoints;

/// <summary>One comparison made on a curve, significant or not.</summary>
/// <param name="Stage">Index of the stage in question.</param>
/// <param name="Kind">Against the stage before, or against the curve's weighted mean.</param>
/// <param name="Change">Difference of means.</param>
/// <param name="PValue">One-sided, adjusted after Holm.</param>
internal readonly record struct Comparison(int Stage, BreakpointKind Kind, double Change, double PValue);

/// <summary>Compares stages and picks the breakpoints.</summary>
internal static class BreakpointFinder
{
    /// <summary>
    /// All comparisons there is data for. Which ones is decided by the numbers of reviews alone, never by the scores: choosing by
    /// the scores and then correcting for the chosen few would not control anything.
    /// </summary>
    internal static ImmutableArray<Comparison> Compare(CurveState state)
    {
        var made = new List<Comparison>();
        for (var stage = 1; stage < state.StageCount; stage++)
        {
            if (IsEnough(state, stage - 1) && IsEnough(state, stage)) made.Add(Step(state, stage));
        }

        var present = CurveBuilder.Present(state);
        foreach (var stage in present)
        {
            if (IsEnough(state, stage) && present.Any(other => other != stage && IsEnough(state, other)))
                made.Add(Valley(state, present, stage));
        }

        var adjusted = MultipleTesting.Holm([.. made.Select(one => one.PValue)]);
        return [.. made.Zip(adjusted, (one, p) => one with { PValue = p })];
    }

    /// <summary>The comparisons that are both large and significant, one a stage, as breakpoints.</summary>
    internal static ImmutableArray<StageBreakpoint> Select(
        ImmutableArray<Comparison> comparisons, ImmutableArray<CurvePoint> points, double minimumDrop, double level)
    {
        // At level 0 no group was selected, and then a p-value of 0 is no finding either: there is none.
        var found =
            from one in comparisons
            where one.Change < 0 && -one.Change >= minimumDrop && one.PValue <= level && level > 0
            orderby one.Kind
            group one by one.Stage into ofStage
            let best = ofStage.First()
            let point = points[best.Stage]
            let breakpoint = new StageBreakpoint(
                point.Stage,
                best.Kind,
                best.Kind is BreakpointKind.Step ? points[best.Stage - 1].Stage : null,
                best.Change,
                best.PValue,
                -best.Change * point.Coverage,
                point.Reviews,
                point.NegativeAspects)
            orderby breakpoint.Severity descending, best.Stage
            select breakpoint;
        return [.. found];
    }

    private static bool IsEnough(CurveState state, int stage) => state.Count(stage) >= CurveOptions.MinimumReviewsForBreakpoint;

    private static Comparison Step(CurveState state, int stage)
    {
        var weights = new double[state.StageCount];
        weights[stage] = 1;
        weights[stage - 1] = -1;
        var degrees = Math.Min(state.Count(stage), state.Count(stage - 1)) - 1;
        return Compared(state, stage, BreakpointKind.Step, weights, degrees);
    }

    private static Comparison Valley(CurveState state, int[] present, int stage)
    {
        var weights = new double[state.StageCount];
        double total = present.Sum(state.Count);
        foreach (var other in present) weights[other] = -state.Count(other) / total;
        weights[stage] += 1;

        // How many reviews speak about any other stage is not kept; the best covered other stage is a lower bound.
        var others = present.Where(other => other != stage).Max(state.Count);
        return Compared(state, stage, BreakpointKind.Valley, weights, Math.Min(state.Count(stage), others) - 1);
    }

    private static Comparison Compared(CurveState state, int stage, BreakpointKind kind, double[] weights, long degrees)
    {
        var (change, error) = StageContrast.Estimate(state, weights);
        return new Comparison(stage, kind, change, StageContrast.LowerPValue(change, error, degrees));
    }
}
