using System.Collections.Immutable;
using ReviewInsights.Analytics.Rankings;

namespace ReviewInsights.Analytics;

/// <summary>What a ranking knows of a group: a product, brand, batch or channel.</summary>
/// <param name="Key">What the group is called.</param>
/// <param name="Reviews">Its reviews, at least 0.</param>
/// <param name="Hits">Those that are negative, or positive in a ranking of the best; at most <paramref name="Reviews"/>.</param>
public readonly record struct GroupCount(string Key, long Reviews, long Hits);

/// <summary>
/// Ranks groups by how high their share of hits certainly is (差评 TOP10, 好评 TOP10). Pure; thread-safe; the order of groups does
/// not matter.
/// </summary>
/// <remarks>
/// <para>Empirical Bayes (Efron and Morris 1975, J. Am. Stat. Assoc. 70, 311–319): shares of groups are taken to follow a beta
/// distribution, whose mean is the share of all groups and whose spread is fitted by maximum likelihood. A group's own reviews
/// turn it into the posterior Beta(α + hits, β + reviews − hits). What a group is ranked by is the 5 % quantile of that: a share
/// it exceeds with 95 % probability. So a group with one review, a bad one, is not the worst.</para>
/// <para>Left out are groups whose bound does not exceed the share of all, since a list of the bad must not name the ordinary;
/// and groups with fewer than <see cref="CurveOptions.MinimumReviewsForEstimate"/> reviews, for which nothing else is estimated
/// either. They count for the share of all and the spread nonetheless. If the groups differ by no more than chance explains
/// (likelihood ratio test at the 5 % level), the ranking is empty.</para>
/// </remarks>
public static class GroupRanking
{
    private const double BoundLevel = 0.05;

    /// <summary>The groups with the highest bounds, the highest first, equals by key in ordinal order.</summary>
    /// <remarks>About 0.03 milliseconds a group.</remarks>
    /// <param name="groups">Each key once.</param>
    /// <param name="count">How many at most, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// A key is null or occurs twice, or counts are negative or name more hits than reviews.
    /// </exception>
    public static ImmutableArray<RankedGroup> Top(ReadOnlySpan<GroupCount> groups, int count = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Validate(groups);

        // Sums of logarithms depend on their order in the last digits; the result must not.
        var sorted = groups.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var prior = BetaPrior.Fit(sorted);
        if (!prior.GroupsDiffer) return [];

        var ranked = new List<RankedGroup>();
        foreach (var group in sorted)
        {
            if (group.Reviews < CurveOptions.MinimumReviewsForEstimate) continue;
            var one = Rank(group, prior);
            if (one.Bound > prior.Mean) ranked.Add(one);
        }

        return [.. ranked.OrderByDescending(one => one.Bound).ThenBy(one => one.Key, StringComparer.Ordinal).Take(count)];
    }

    private static RankedGroup Rank(GroupCount group, BetaPrior prior)
    {
        var alpha = (prior.Mean * prior.Weight) + group.Hits;
        var beta = ((1 - prior.Mean) * prior.Weight) + group.Reviews - group.Hits;
        var rate = alpha / (alpha + beta);
        return new(
            group.Key,
            group.Reviews,
            group.Hits,
            rate,
            Beta.Quantile(BoundLevel, alpha, beta),
            group.Reviews * (rate - prior.Mean));
    }

    private static void Validate(ReadOnlySpan<GroupCount> groups)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, reviews, hits) in groups)
        {
            if (key is null) throw new ArgumentException("A group has no key.", nameof(groups));
            if (!keys.Add(key)) throw new ArgumentException($"The group '{key}' occurs twice.", nameof(groups));
            if (hits < 0 || hits > reviews)
                throw new ArgumentException($"The group '{key}' has {hits} hits of {reviews} reviews.", nameof(groups));
        }
    }
}
