using System.Collections.Immutable;
using ReviewInsights.Analytics;

namespace ReviewInsights.Cli.Curves;

/// <summary>What the curve command found, ready to be written in one of the formats.</summary>
/// <param name="Curves">The curve over all reviews, and one a group.</param>
/// <param name="By">What the groups are (one of <see cref="CurveGrouping.Names"/>), or null when nothing was grouped.</param>
/// <param name="Lexicons">Versions of the lexicons the reviews were tagged with, in ordinal order.</param>
internal sealed record CurveReport(GroupedCurves Curves, string? By, ImmutableArray<string> Lexicons)
{
    /// <summary>The course over time, where it was asked for.</summary>
    public TrendReport? Trend { get; init; }

    /// <summary>Two segments beside each other, where that was asked for.</summary>
    public SegmentComparison? Comparison { get; init; }
}

/// <summary>The course over time.</summary>
/// <param name="Trend">The trend, or null where no review names a time.</param>
/// <param name="Undated">Reviews that name none.</param>
internal sealed record TrendReport(ReportTrend? Trend, long Undated);
