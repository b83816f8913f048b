using System.Collections.Immutable;

namespace ReviewInsights.Analytics;

/// <summary>
/// A stage where customers are lost (断点): the mean falls on the way into it, or it lies below the rest of the journey, by more
/// than chance explains. It is a place in the journey, not a change in time.
/// </summary>
/// <param name="Stage">Code of the stage that is low.</param>
/// <param name="Kind">How it was found. A stage found both ways is reported once, as a step.</param>
/// <param name="From">Code of the stage before it for a step, null for a valley.</param>
/// <param name="Change">
/// Score units, below 0: from the stage before for a step, from the curve's own weighted mean for a valley.
/// </param>
/// <param name="PValue">One-sided, after Holm over all comparisons on the curve.</param>
/// <param name="Severity">|change| × coverage of the stage, in [0, 2]: how deep, times how many customers speak of it.</param>
/// <param name="Reviews">How many reviews speak about the stage.</param>
/// <param name="DrivingAspects">What those reviews criticise most: by falling count, ties by code.</param>
public sealed record StageBreakpoint(
    string Stage,
    BreakpointKind Kind,
    string? From,
    double Change,
    double PValue,
    double Severity,
    long Reviews,
    ImmutableArray<AspectCount> DrivingAspects);

/// <summary>How a breakpoint was found.</summary>
public enum BreakpointKind : byte
{
    /// <summary>The mean falls from the stage before.</summary>
    Step = 0,

    /// <summary>The mean lies below the curve's own weighted mean.</summary>
    Valley = 1,
}
