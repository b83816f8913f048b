using System.Globalization;
using System.Runtime.InteropServices;
using ReviewInsights.Analytics;

namespace ReviewInsights.Cli.Curves;

/// <summary>Counts what <c>--compare A,B</c> asks for: two periods (2026-05-01..2026-05-31) or two groups of <c>--by</c>.</summary>
internal sealed class SegmentComparison
{
    private const string Between = "..";

    private readonly Func<Review, string?> _stratumOf;
    private readonly Dictionary<string, Counts> _strata = new(StringComparer.Ordinal);

    private SegmentComparison(Segment first, Segment second, Func<Review, string?> stratumOf) => (First, Second, _stratumOf) = (first, second, stratumOf);

    public Segment First { get; }

    public Segment Second { get; }

    /// <summary>An empty comparison of the same segments.</summary>
    public SegmentComparison Empty() => new(First, Second, _stratumOf);

    /// <param name="text">What stands behind <c>--compare</c>.</param>
    /// <param name="by">One of <see cref="CurveGrouping.Names"/>, or null.</param>
    public static SegmentComparison Parse(string text, string? by)
    {
        if (text.Split(',', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } a, { Length: > 0 } b])
            throw new UsageException($"--compare {text}: two periods or two groups are right, such as 2026-05-01..2026-05-31,2026-06-01..2026-06-30");
        // Products are what differs in price and quality; where they are compared themselves, their kind is.
        return new SegmentComparison(Parse(a, b, by), Parse(b, a, by), by is "product" ? review => review.Category : review => review.ProductId);
    }

    public void Add(Review review, bool isNegative)
    {
        var isFirst = First.Holds(review);
        if (!isFirst && !Second.Holds(review)) return;
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_strata, _stratumOf(review) ?? "", out _);
        counts = counts.Plus(isFirst ? new Counts(1, isNegative ? 1 : 0, 0, 0) : new Counts(0, 0, 1, isNegative ? 1 : 0));
    }

    public void Merge(SegmentComparison other)
    {
        foreach (var (key, counts) in other._strata)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(_strata, key, out _);
            mine = mine.Plus(counts);
        }
    }

    /// <summary>The difference, or null where one of the segments has no review.</summary>
    public ShareComparison? ToComparison()
    {
        var strata = _strata.OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new StratumCount(s.Key, s.Value.FirstReviews, s.Value.FirstNegative, s.Value.SecondReviews, s.Value.SecondNegative)).ToArray();
        return strata.Sum(s => s.FirstReviews) == 0 || strata.Sum(s => s.SecondReviews) == 0 ? null : ShareComparison.Of(strata);
    }

    private static Segment Parse(string text, string other, string? by)
    {
        if (text.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var at && TryDay(text[..at], out var from) && TryDay(text[(at + Between.Length)..], out var to))
        {
            if (to < from) throw new UsageException($"--compare {text}: the period ends before it begins");
            return new Segment(text, review => review.CreatedAt is { } time && DateOnly.FromDateTime(time.DateTime) is var day && day >= from && day <= to);
        }

        if (by is null) throw new UsageException($"--compare {text},{other}: periods are written 2026-05-01..2026-05-31; for groups, --by says of what");
        var keyOf = CurveGrouping.KeyOf(by);
        return new Segment(text, review => string.Equals(keyOf(review), text, StringComparison.Ordinal));
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private readonly record struct Counts(long FirstReviews, long FirstNegative, long SecondReviews, long SecondNegative)
    {
        public Counts Plus(Counts other) =>
            new(FirstReviews + other.FirstReviews, FirstNegative + other.FirstNegative, SecondReviews + other.SecondReviews, SecondNegative + other.SecondNegative);
    }
}

/// <summary>One side of a comparison.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Holds">Whether a review belongs to it.</param>
internal sealed record Segment(string Name, Func<Review, bool> Holds);
