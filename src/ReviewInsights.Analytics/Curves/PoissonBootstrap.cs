namespace ReviewInsights.Analytics.Curves;

/// <summary>
/// The Poisson bootstrap (Hanley and MacGibbon 2006; Chamandy et al. 2012): in each resample every review counts Poisson(1) times.
/// Reviews with equal scores together count Poisson(their number) times, so a histogram is resampled rather than the reviews,
/// which gives the same distribution, costs nothing while reviews are read, and cannot depend on their order or their shards.
/// </summary>
internal static class PoissonBootstrap
{
    /// <summary>Above this a Poisson number is taken from its expansion around the normal distribution.</summary>
    private const int ManyReviews = 30;

    // e⁻¹, powers of which are made by multiplication: the platform's exponential differs in its last digit.
    private const double InverseE = 0.36787944117144233;

    /// <summary>
    /// 95 % interval of a mean from the percentiles of resampled means, drawn apart for few reviews as Student's t is
    /// (Hesterberg 2015, The American Statistician 69, "expanded percentiles").
    /// </summary>
    /// <param name="scores">Scores of the reviews.</param>
    /// <param name="mean">Their exact mean; the interval is laid around it.</param>
    /// <param name="samples">Number of resamples.</param>
    /// <param name="seed">The same seed, the same interval.</param>
    internal static Interval OfMean(ScoreHistogram scores, double mean, int samples, ulong seed)
    {
        var counts = scores.Counts;
        Span<int> bins = stackalloc int[ScoreHistogram.BinCount];
        var binCount = 0;
        double binned = 0;
        long n = 0;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] == 0) continue;
            bins[binCount++] = bin;
            binned += counts[bin] * ScoreHistogram.ScoreOf(bin);
            n += counts[bin];
        }

        binned /= n;
        var means = new double[samples];
        var random = new SplitMix(seed);
        for (var sample = 0; sample < samples; sample++)
        {
            double weight, sum;
            do
            {
                weight = sum = 0;
                foreach (var bin in bins[..binCount])
                {
                    var times = Draw(ref random, counts[bin]);
                    weight += times;
                    sum += times * ScoreHistogram.ScoreOf(bin);
                }
            }
            while (weight <= 0); // five reviews in a thousand samples are sometimes all left out

            means[sample] = sum / weight;
        }

        Array.Sort(means);
        var tail = TailFor(n);
        var shift = mean - binned;
        return new Interval(Math.Max(-1, Quantile(means, tail) + shift), Math.Min(1, Quantile(means, 1 - tail) + shift));
    }

    /// <summary>The share of resamples on either side of the interval: 2.5 % of many reviews, less of few.</summary>
    private static double TailFor(long n) => StudentT.UpperTail(Math.Sqrt(n / (n - 1.0)) * StudentT.Quantile975(n - 1), long.MaxValue);

    private static double Quantile(double[] sorted, double share)
    {
        var at = Math.Clamp((share * sorted.Length) - 0.5, 0, sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    private static double Draw(ref SplitMix random, long expected) => expected <= ManyReviews ? DrawFew(ref random, (int)expected) : DrawMany(ref random, expected);

    /// <summary>A Poisson number by inversion.</summary>
    private static int DrawFew(ref SplitMix random, int expected)
    {
        var probability = 1.0;
        for (var i = 0; i < expected; i++) probability *= InverseE;
        var left = random.NextDouble();
        var times = 0;
        while (left >= probability && probability > 0)
        {
            left -= probability;
            times++;
            probability *= (double)expected / times;
        }

        return times;
    }

    /// <summary>A Poisson number after Cornish and Fisher 1938: right in mean, spread and skewness. Not rounded, since nothing asks for a whole number.</summary>
    private static double DrawMany(ref SplitMix random, long expected)
    {
        var z = random.NextNormal();
        return Math.Max(0, expected + (Math.Sqrt(expected) * z) + (((z * z) - 1) / 6));
    }
}
