namespace ReviewInsights.Analytics.Tests;

/// <summary>Series and counts with a known truth. Everything comes from the generator passed in.</summary>
internal static class Series
{
    public static readonly DateOnly FirstDay = new(2025, 1, 1);

    public static TrendBucket[] Of(params (long Reviews, long Negative)[] days) =>
        [.. days.Select((day, i) => new TrendBucket(FirstDay.AddDays(i), day.Reviews, day.Negative))];

    /// <summary>
    /// Days with about <paramref name="reviews"/> reviews each. A day's own share is drawn from a beta distribution about the
    /// share of the day with intraclass correlation <paramref name="correlation"/>; 0 leaves plain binomial counts.
    /// </summary>
    public static TrendBucket[] Random(Random random, int days, double reviews, Func<int, double> share, double correlation = 0)
    {
        var buckets = new TrendBucket[days];
        for (var day = 0; day < days; day++)
        {
            var n = Poisson(random, reviews);
            var p = correlation > 0 ? BetaDraw(random, share(day), (1 / correlation) - 1) : share(day);
            buckets[day] = new(FirstDay.AddDays(day), n, Binomial(random, n, p));
        }

        return buckets;
    }

    public static long Binomial(Random random, long n, double p)
    {
        var hits = 0L;
        for (var i = 0L; i < n; i++)
        {
            if (random.NextDouble() < p) hits++;
        }

        return hits;
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static double BetaDraw(Random random, double mean, double weight)
    {
        var a = GammaDraw(random, mean * weight);
        return a / (a + GammaDraw(random, (1 - mean) * weight));
    }

    public static int Poisson(Random random, double mean)
    {
        var limit = Math.Exp(-mean);
        var count = -1;
        for (var product = 1.0; product > limit; product *= random.NextDouble()) count++;
        return count;
    }

    // Marsaglia and Tsang 2000, ACM Trans. Math. Softw. 26, 363–372.
    private static double GammaDraw(Random random, double shape)
    {
        if (shape < 1) return GammaDraw(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = Normal(random);
            var root = 1 + (x / Math.Sqrt(9 * d));
            if (root <= 0) continue;
            var v = root * root * root;
            if (Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v))) return d * v;
        }
    }
}
