namespace ReviewInsights.Analytics.Trends;

/// <summary>
/// How much more a share varies from bucket to bucket than chance alone makes it vary: φ, variance over binomial variance.
/// </summary>
internal static class Overdispersion
{
    // A change of share spoils one difference of neighbours, a promotion day two. Segments have at least seven buckets, so with
    // this share of differences left out all changes are among them, with room for an odd day.
    private const double Kept = 0.8;

    // E(z² | z² below its quantile 0.8) for normal z: with c = Φ⁻¹(0.9), 1 − 2·c·φ(c)/0.8, by integration by parts.
    private const double MeanOfKept = 0.43772;

    /// <summary>φ before changes are known; 0 where nothing can be said.</summary>
    /// <remarks>
    /// Squared differences of neighbouring shares over their binomial variance (von Neumann 1941, Ann. Math. Stat. 12, 367–395,
    /// for normal data), of which the largest fifth is left out; the mean of the rest is set right by what it would be for
    /// squares of a normal variable. Too small where shares are skewed, which <see cref="WithinSegments"/> then puts right.
    /// </remarks>
    internal static double FromNeighbours(BinomialCounts counts)
    {
        var squares = Squares(counts);
        if (squares.Count < 2) return 0;
        squares.Sort();
        var kept = Kept * squares.Count;
        var whole = (int)kept;
        var sum = (kept - whole) * squares[whole];
        for (var i = 0; i < whole; i++) sum += squares[i];
        return sum / kept / MeanOfKept;
    }

    /// <summary>
    /// φ between changes: Pearson's χ² of the buckets about the shares of their segments, over its degrees of freedom (McCullagh
    /// and Nelder 1989, Generalized Linear Models, section 4.5). 0 where nothing can be said.
    /// </summary>
    internal static double WithinSegments(BinomialCounts counts, IReadOnlyList<int> cuts)
    {
        var sum = 0.0;
        var degrees = 0;
        for (var segment = 0; segment <= cuts.Count; segment++)
        {
            var start = segment == 0 ? 0 : cuts[segment - 1];
            var end = segment == cuts.Count ? counts.Length : cuts[segment];
            var share = counts.Share(start, end);
            if (share is not (> 0 and < 1)) continue;
            degrees--;
            for (var i = start; i < end; i++)
            {
                double n = counts.Reviews(i, i + 1);
                if (n == 0) continue;
                var residual = counts.Hits(i, i + 1) - (n * share);
                sum += residual * residual / (n * share * (1 - share));
                degrees++;
            }
        }

        return degrees > 0 ? sum / degrees : 0;
    }

    private static List<double> Squares(BinomialCounts counts)
    {
        var squares = new List<double>();
        var share = counts.Share(0, counts.Length);
        if (share is not (> 0 and < 1)) return squares;

        var before = -1;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts.Reviews(i, i + 1) == 0) continue;
            if (before >= 0)
            {
                var difference = counts.Share(i, i + 1) - counts.Share(before, before + 1);
                var spread = (1.0 / counts.Reviews(i, i + 1)) + (1.0 / counts.Reviews(before, before + 1));
                squares.Add(difference * difference / (share * (1 - share) * spread));
            }

            before = i;
        }

        return squares;
    }
}
