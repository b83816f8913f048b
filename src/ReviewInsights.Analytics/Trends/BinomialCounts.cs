namespace ReviewInsights.Analytics.Trends;

/// <summary>Hits among reviews, bucket by bucket, with running sums. Immutable.</summary>
internal sealed class BinomialCounts
{
    private readonly long[] _reviews;
    private readonly long[] _hits;

    internal BinomialCounts(ReadOnlySpan<TrendBucket> buckets)
    {
        _reviews = new long[buckets.Length + 1];
        _hits = new long[buckets.Length + 1];
        for (var i = 0; i < buckets.Length; i++)
        {
            _reviews[i + 1] = checked(_reviews[i] + buckets[i].Reviews);
            _hits[i + 1] = _hits[i] + buckets[i].Negative;
            if (buckets[i].Reviews > 0) Filled++;
        }
    }

    /// <summary>Number of buckets.</summary>
    internal int Length => _reviews.Length - 1;

    /// <summary>Number of buckets with reviews.</summary>
    internal int Filled { get; }

    /// <summary>Reviews from bucket <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    internal long Reviews(int start, int end) => _reviews[end] - _reviews[start];

    /// <summary>Hits among them.</summary>
    internal long Hits(int start, int end) => _hits[end] - _hits[start];

    /// <summary>Hits over reviews; not a number for no reviews.</summary>
    internal double Share(int start, int end) => (double)Hits(start, end) / Reviews(start, end);

    /// <summary>
    /// Minus twice the log likelihood of the buckets under the one share that suits them best, binomial coefficients left out. 0
    /// for no reviews.
    /// </summary>
    internal double Cost(int start, int end)
    {
        var n = Reviews(start, end);
        var hits = Hits(start, end);
        return hits == 0 || hits == n ? 0 : -2 * (Term(hits, n) + Term(n - hits, n));
    }

    private static double Term(double part, double n) => part * Math.Log(part / n);
}
