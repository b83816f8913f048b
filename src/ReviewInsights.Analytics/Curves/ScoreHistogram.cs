namespace ReviewInsights.Analytics.Curves;

/// <summary>
/// How many reviews have which score, in hundredths: all that the bootstrap of a mean needs to know, at a size that does not grow
/// with the number of reviews. Counts are exact, so adding and merging can be done in any order.
/// </summary>
internal sealed class ScoreHistogram
{
    private const int UnitsPerBin = CurveState.Unit / 100;

    /// <summary>One bin for each hundredth from -1 to 1.</summary>
    internal const int BinCount = 2 * 100 + 1;

    private readonly long[] _counts = new long[BinCount];

    internal ReadOnlySpan<long> Counts => _counts;

    internal void Add(long units) => _counts[BinOf(units)]++;

    internal void Add(int bin, long count) => _counts[bin] = checked(_counts[bin] + count);

    internal void Merge(ScoreHistogram other)
    {
        for (var bin = 0; bin < BinCount; bin++) Add(bin, other._counts[bin]);
    }

    /// <summary>The score that a bin stands for.</summary>
    internal static double ScoreOf(int bin) => (bin - 100) / 100.0;

    /// <summary>The nearest bin, halves away from 0, so that praise and blame mirror each other.</summary>
    private static int BinOf(long units) => (int)(CurveState.RoundedMean(units, UnitsPerBin) + 100);
}
