using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics;

/// <summary>What two periods or segments hold of one product or other stratum.</summary>
/// <param name="Key">What the stratum is called.</param>
/// <param name="FirstReviews">Its reviews in the first period.</param>
/// <param name="FirstHits">Those that are negative, or whatever is compared.</param>
/// <param name="SecondReviews">Its reviews in the second period.</param>
/// <param name="SecondHits">Hits among those.</param>
public readonly record struct StratumCount(string Key, long FirstReviews, long FirstHits, long SecondReviews, long SecondHits);

/// <summary>The difference of two shares once both periods have the same mix of products.</summary>
/// <param name="First">Share of the first period with the common mix, in [0, 1].</param>
/// <param name="Second">Share of the second period with the common mix, in [0, 1].</param>
/// <param name="Difference">Second minus first, in [-1, 1].</param>
/// <param name="Interval">95 % interval of the difference.</param>
/// <param name="LeftOut">
/// Share, in [0, 1], of the reviews of both periods whose stratum has reviews in one of them only. They could not be compared.
/// </param>
public sealed record StandardisedDifference(double First, double Second, double Difference, Interval Interval, double LeftOut);

/// <summary>Two periods or segments side by side. Immutable.</summary>
/// <param name="First">Share of hits in the first.</param>
/// <param name="Second">Share of hits in the second.</param>
/// <param name="Difference">Second minus first, in [-1, 1].</param>
/// <param name="Interval">95 % interval of the difference: Newcombe 1998, method 10.</param>
/// <param name="Standardised">
/// The difference without what a different mix of products contributes; null without strata, or if they have none in common.
/// </param>
public sealed record ShareComparison(
    Share First, Share Second, double Difference, Interval Interval, StandardisedDifference? Standardised)
{
    /// <summary>Compares two shares as they are. Pure; thread-safe.</summary>
    /// <param name="firstReviews">Reviews in the first period, at least 1.</param>
    /// <param name="firstHits">Hits among them.</param>
    /// <param name="secondReviews">Reviews in the second period, at least 1.</param>
    /// <param name="secondHits">Hits among them.</param>
    /// <exception cref="ArgumentException">A period has no reviews, negative hits, or more hits than reviews.</exception>
    public static ShareComparison Of(long firstReviews, long firstHits, long secondReviews, long secondHits)
    {
        Require(IsShare(firstReviews, firstHits) && firstReviews > 0, firstReviews, firstHits, nameof(firstHits));
        Require(IsShare(secondReviews, secondHits) && secondReviews > 0, secondReviews, secondHits, nameof(secondHits));
        return Compare(firstReviews, firstHits, secondReviews, secondHits, standardised: null);
    }

    /// <summary>
    /// Compares two shares as they are and with the same mix of strata: direct standardisation, with the strata's shares of the
    /// reviews of both periods as weights. Pure; thread-safe; the order of strata matters in the last digits at most.
    /// </summary>
    /// <remarks>
    /// A standardised share R = Σ w·p has the variance Σ w²·p(1−p)/n, which is that of a share of n* = R(1−R)/variance reviews.
    /// With R·n* hits of n* reviews, the interval is Newcombe's again (an effective sample size in a Wilson interval: Korn and
    /// Graubard 1998, Survey Methodology 24, 193–201, for other limits). Within a stratum of few reviews p(1−p) is too small on
    /// average, and 0 where there is no hit; for the variance, two reviews with the period's share are added to each stratum.
    /// With one stratum the result is exactly that without strata.
    /// </remarks>
    /// <param name="strata">Products or other groups, each key once.</param>
    /// <exception cref="ArgumentException">
    /// A key is null or occurs twice, counts are negative or name more hits than reviews, or a period has no reviews.
    /// </exception>
    public static ShareComparison Of(ReadOnlySpan<StratumCount> strata)
    {
        long firstReviews = 0, firstHits = 0, secondReviews = 0, secondHits = 0;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, n1, k1, n2, k2) in strata)
        {
            if (key is null) throw new ArgumentException("A stratum has no key.", nameof(strata));
            if (!keys.Add(key)) throw new ArgumentException($"The stratum '{key}' occurs twice.", nameof(strata));
            Require(IsShare(n1, k1), n1, k1, nameof(strata));
            Require(IsShare(n2, k2), n2, k2, nameof(strata));
            firstReviews = checked(firstReviews + n1);
            firstHits += k1;
            secondReviews = checked(secondReviews + n2);
            secondHits += k2;
        }

        Require(firstReviews > 0, firstReviews, firstHits, nameof(strata));
        Require(secondReviews > 0, secondReviews, secondHits, nameof(strata));
        return Compare(firstReviews, firstHits, secondReviews, secondHits, Standardisation.Of(strata));
    }

    private static ShareComparison Compare(
        long firstReviews, long firstHits, long secondReviews, long secondHits, StandardisedDifference? standardised)
    {
        Share first = Wilson.Share(firstHits, firstReviews), second = Wilson.Share(secondHits, secondReviews);
        var interval = Newcombe.Interval(firstHits, firstReviews, secondHits, secondReviews);
        return new(first, second, second.Value - first.Value, interval, standardised);
    }

    private static bool IsShare(long reviews, long hits) => hits >= 0 && hits <= reviews;

    private static void Require(bool holds, long reviews, long hits, string parameter)
    {
        if (!holds) throw new ArgumentException($"{hits} hits of {reviews} reviews cannot be compared.", parameter);
    }
}
