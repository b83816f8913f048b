namespace ReviewInsights.Analytics.Trends;

/// <summary>
/// Cuts a series of shares into stretches with one share each, so that cost plus penalty is the least possible: PELT, Killick,
/// Fearnhead and Eckley 2012, J. Am. Stat. Assoc. 107, 1590–1598.
/// </summary>
/// <remarks>
/// A candidate for the last cut is dropped once another cut makes it pointless. The published rule drops it at once; here the cut
/// that beats it may be used only after a minimum segment, so until then the candidate stays. With that the result is the optimum
/// over all segmentations, which a test compares with trying them all.
/// </remarks>
internal static class Pelt
{
    // Costs are sums of logarithms. Two ways to add the same ones differ by less than this share of themselves.
    private const double Rounding = 1e-11;

    /// <summary>Where segments begin, the first (0) left out.</summary>
    /// <param name="counts">The series.</param>
    /// <param name="penalty">What a cut costs, in units of <see cref="BinomialCounts.Cost"/>; above 0.</param>
    /// <param name="minimum">Fewest buckets of a segment; at least 1.</param>
    internal static List<int> Cuts(BinomialCounts counts, double penalty, int minimum)
    {
        var length = counts.Length;
        var best = new double[length + 1];
        var last = new int[length + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;

        var candidates = new List<(int Start, int Until)>();
        for (var end = minimum; end <= length; end++)
        {
            candidates.Add((end - minimum, int.MaxValue));
            foreach (var (start, _) in candidates)
            {
                // Among equals the latest: a cut within a gap without reviews is placed where reviews start again.
                var cost = best[start] + counts.Cost(start, end) + penalty;
                if (cost > best[end]) continue;
                best[end] = cost;
                last[end] = start;
            }

            Prune(candidates, counts, best, end, minimum);
        }

        return Backtrack(last, length, minimum);
    }

    private static void Prune(List<(int Start, int Until)> candidates, BinomialCounts counts, double[] best, int end, int minimum)
    {
        var tolerance = Rounding * Math.Max(1, Math.Abs(best[end]));
        var kept = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            // From end + minimum on, a cut at this end is at least as good as one at start.
            var (start, until) = candidates[i];
            var beaten = best[start] + counts.Cost(start, end) > best[end] + tolerance;
            var dropAt = beaten ? Math.Min(until, end + minimum) : until;
            if (dropAt > end + 1) candidates[kept++] = (start, dropAt);
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
    }

    private static List<int> Backtrack(int[] last, int length, int minimum)
    {
        var cuts = new List<int>();
        if (length < minimum) return cuts;
        for (var cut = last[length]; cut > 0; cut = last[cut]) cuts.Add(cut);
        cuts.Reverse();
        return cuts;
    }
}
