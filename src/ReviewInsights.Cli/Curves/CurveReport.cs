using System.Collections.Immutable;
using ReviewInsights.Analytics;

namespace ReviewInsights.Cli.Curves;

/// <summary>What the curve command found, ready to be written in one of the formats.</summary>
/// <param name="Curves">The curve over all reviews, and one a group.</param>
/// <param name="By">What the groups are (one of <see cref="CurveGrouping.Names"/>), or null when nothing was grouped.</param>
/// <param name="Lexicons">Versions of the lexicons the reviews were tagged with, in ordinal order.</param>
internal sealed record CurveReport(GroupedCurves Curves, string? By, ImmutableArray<string> Lexicons);
