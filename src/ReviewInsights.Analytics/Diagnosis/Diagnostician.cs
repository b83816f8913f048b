using System.Collections.Immutable;

namespace ReviewInsights.Analytics.Diagnosis;

/// <summary>
/// Says why customers are lost at a breakpoint: the causes with the largest share of the fall. A cause contributes its share of the
/// negative opinions times their excess over the baseline, the rate at which reviews of the other groups blame it at this stage; what
/// every product is blamed for explains no product's fall. The curve over all groups has no baseline: there the share decides.
/// </summary>
internal sealed class Diagnostician(ActionTable actions)
{
    private const int CauseCount = 5, ExpressionCount = 8, ActionCount = 2;

    /// <summary>A cause that contributes less is noise beside the others.</summary>
    private const double SmallestContribution = 0.03;

    internal ImmutableArray<StageDiagnosis> Diagnose(EmotionCurve curve, CauseTable causes, (EmotionCurve Curve, CauseTable Causes)? baseline) =>
        [.. curve.Breakpoints.Select(breakpoint => new StageDiagnosis(breakpoint, Causes(breakpoint, causes, baseline)))];

    private ImmutableArray<DiagnosedCause> Causes(StageBreakpoint breakpoint, CauseTable causes, (EmotionCurve Curve, CauseTable Causes)? baseline)
    {
        var found = causes.At(breakpoint.Stage).ToArray();
        double blames = found.Sum(cause => cause.Tally.Reviews);
        var weights = Array.ConvertAll(found, cause => cause.Tally.Reviews / blames * Excess(cause.Key, cause.Tally.Reviews, breakpoint.Reviews, baseline));
        var total = weights.Sum();
        if (total <= 0) return [];
        var advised = new HashSet<StageAction>();
        return
        [
            .. found.Zip(weights, (cause, weight) => (cause.Key, cause.Tally, Contribution: weight / total))
                .Where(cause => cause.Contribution >= SmallestContribution)
                .OrderByDescending(cause => cause.Contribution).ThenBy(cause => cause.Key.Aspect, StringComparer.Ordinal).ThenBy(cause => cause.Key.Attribute, StringComparer.Ordinal)
                .Take(CauseCount)
                .Select(cause => new DiagnosedCause(
                    cause.Key.Aspect, cause.Key.Attribute, cause.Tally.Reviews, cause.Contribution,
                    [.. cause.Tally.Expressions(ExpressionCount)], [.. cause.Tally.Quotes], [.. actions.Find(breakpoint.Stage, cause.Key.Aspect, cause.Key.Attribute).Where(advised.Add).Take(ActionCount)])),
        ];
    }

    private static double Excess(CauseKey key, long reviews, long speakers, (EmotionCurve Curve, CauseTable Causes)? baseline)
    {
        if (baseline is not { } all) return 1;
        var allSpeakers = all.Curve.Points.First(point => string.Equals(point.Stage, key.Stage, StringComparison.Ordinal)).Reviews;
        var others = allSpeakers - speakers;
        return others == 0 ? 1 : Math.Max(0, ((double)reviews / speakers) - ((double)(all.Causes.ReviewsOf(key) - reviews) / others));
    }
}
