namespace ReviewInsights.Analytics.Curves;

/// <summary>Direct standardisation of two periods to the mix of both. Formulas: see <see cref="ShareComparison"/>.</summary>
internal static class Standardisation
{
    // Added to each stratum for its variance. With 2, the mean of p(1−p) over samples is at most an eighth below the truth for
    // any number of reviews where strata are alike; where they differ it errs to the wide side.
    private const double Added = 2;

    internal static StandardisedDifference? Of(ReadOnlySpan<StratumCount> strata)
    {
        long all = 0, common = 0;
        var first = default(Period);
        var second = default(Period);
        foreach (var (_, n1, k1, n2, k2) in strata)
        {
            all += n1 + n2;
            if (n1 == 0 || n2 == 0) continue;
            common += n1 + n2;
            first.Count(n1, k1);
            second.Count(n2, k2);
        }

        if (common == 0) return null;
        foreach (var (_, n1, k1, n2, k2) in strata)
        {
            if (n1 == 0 || n2 == 0) continue;
            var weight = (double)(n1 + n2) / common;
            first.Weigh(weight, n1, k1);
            second.Weigh(weight, n2, k2);
        }

        var (firstHits, firstN) = first.Effective();
        var (secondHits, secondN) = second.Effective();
        return new(
            first.Rate,
            second.Rate,
            second.Rate - first.Rate,
            Newcombe.Interval(firstHits, firstN, secondHits, secondN),
            (double)(all - common) / all);
    }

    /// <summary>Sums of one period. First all strata are counted, then all are weighed.</summary>
    private struct Period
    {
        private long _reviews;
        private long _hits;
        private double _rate;
        private double _variance;
        private double _inverse;

        internal readonly double Rate => Math.Min(1, _rate);

        internal void Count(long n, long hits)
        {
            _reviews += n;
            _hits += hits;
        }

        internal void Weigh(double weight, long n, long hits)
        {
            var towards = (double)_hits / _reviews;
            var share = (hits + (Added * towards)) / (n + Added);
            _rate += weight * hits / n;
            _variance += weight * weight * share * (1 - share) / n;
            _inverse += weight * weight / n;
        }

        /// <summary>Hits and reviews of a plain share with this rate and variance.</summary>
        internal readonly (double Hits, double N) Effective()
        {
            // Nothing but hits or none: no variance to go by, and strata are alike as far as one can see.
            if (_hits == 0) return (0, 1 / _inverse);
            if (_hits == _reviews) return (1 / _inverse, 1 / _inverse);
            var n = Rate * (1 - Rate) / _variance;
            return (Rate * n, n);
        }
    }
}
