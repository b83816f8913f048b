using System.Collections.Immutable;
using ReviewInsights.Analytics.Curves;
using ReviewInsights.Analytics.Trends;

namespace ReviewInsights.Analytics;

/// <summary>Finds where the share of negative reviews changes for good. Pure; thread-safe.</summary>
/// <remarks>
/// <para>Of all ways to cut the series into stretches with one share each, the one with the highest binomial likelihood after a
/// penalty for each cut is taken: PELT (Killick, Fearnhead and Eckley 2012, J. Am. Stat. Assoc. 107, 1590–1598), exact, with
/// every bucket a candidate. A cut must raise twice the log likelihood by more than 2·log T for T buckets with reviews: the
/// Schwarz criterion with two parameters a change, its place and its share.</para>
/// <para>Shares vary from day to day by more than chance: campaigns, batches, weekends. The penalty is therefore multiplied by
/// that overdispersion φ ≥ 1, first as neighbouring buckets show it, where changes hardly count, then, if it is larger, as the
/// buckets show it about the shares of the segments found. Since φ is itself estimated, from ν degrees of freedom, 2·log T
/// becomes ν·(exp(2·log T / ν) − 1), the value that Student's t exceeds about as rarely as the normal distribution exceeds
/// 2·log T.</para>
/// <para>Of series without a change about 5 in 100 show one, overdispersed or not. Slow waves, such as seasons, are no noise to
/// this method: it cuts them into steps.</para>
/// </remarks>
public static class TimeChangeFinder
{
    /// <summary>Fewest buckets between two changes, before the first, and from the last on: with days, a week.</summary>
    public const int MinimumSegment = 7;

    /// <summary>The changes in a series, in order of time; none for fewer than 14 buckets.</summary>
    /// <remarks>
    /// Time grows with the number of buckets times the length of a stretch without change: some 5 milliseconds for a year of
    /// days, half a second for ten years without a change. The intervals of a change take its place as given and buckets as
    /// binomial.
    /// </remarks>
    /// <param name="buckets">In order of time, without gaps: a day without reviews is a bucket with 0 reviews.</param>
    /// <exception cref="ArgumentException">
    /// A bucket does not start after the one before it, or its counts are negative or name more negatives than reviews.
    /// </exception>
    public static ImmutableArray<TimeChange> Find(ReadOnlySpan<TrendBucket> buckets) => Find(buckets, MinimumSegment);

    internal static ImmutableArray<TimeChange> Find(ReadOnlySpan<TrendBucket> buckets, int minimum)
    {
        Validate(buckets);
        var counts = new BinomialCounts(buckets);
        var cuts = Cuts(counts, minimum);
        var changes = ImmutableArray.CreateBuilder<TimeChange>(cuts.Count);
        for (var i = 0; i < cuts.Count; i++)
        {
            var from = i == 0 ? 0 : cuts[i - 1];
            var to = i + 1 < cuts.Count ? cuts[i + 1] : counts.Length;
            changes.Add(Change(counts, from, cuts[i], to));
        }

        return changes.MoveToImmutable();
    }

    private static List<int> Cuts(BinomialCounts counts, int minimum)
    {
        var phi = Math.Max(1, Overdispersion.FromNeighbours(counts));
        var cuts = Pelt.Cuts(counts, Penalty(counts.Filled, 1, phi), minimum);
        var within = Overdispersion.WithinSegments(counts, cuts);
        return Pelt.Cuts(counts, Penalty(counts.Filled, cuts.Count + 1, Math.Max(phi, within)), minimum);
    }

    private static double Penalty(int buckets, int segments, double phi)
    {
        // At least two, or the penalty would be 0 and cuts that change nothing would be free.
        double degrees = Math.Max(2, buckets - segments);
        return phi * degrees * (Math.Exp(2 * Math.Log(Math.Max(2, buckets)) / degrees) - 1);
    }

    private static TimeChange Change(BinomialCounts counts, int from, int cut, int to)
    {
        long reviewsBefore = counts.Reviews(from, cut), reviewsAfter = counts.Reviews(cut, to);
        long before = counts.Hits(from, cut), after = counts.Hits(cut, to);
        return new(
            cut,
            Wilson.Share(before, reviewsBefore),
            Wilson.Share(after, reviewsAfter),
            Newcombe.Interval(before, reviewsBefore, after, reviewsAfter));
    }

    private static void Validate(ReadOnlySpan<TrendBucket> buckets)
    {
        for (var i = 0; i < buckets.Length; i++)
        {
            var (start, reviews, negative) = buckets[i];
            if (negative < 0 || negative > reviews)
                throw new ArgumentException($"Bucket {i} has {negative} negative of {reviews} reviews.", nameof(buckets));
            if (i > 0 && start <= buckets[i - 1].Start)
                throw new ArgumentException($"Bucket {i} does not start after the one before it.", nameof(buckets));
        }
    }
}
