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
        if (string.Equals(a, b, StringComparison.Ordinal)) throw new UsageException($"--compare {text}: both sides are the same");
        var (first, second) = (SegmentOf(a, by), SegmentOf(b, by));
        if (first.Period is { } p && second.Period is { } q ? p.From <= q.To && q.From <= p.To : first.Period is not null || second.Period is not null)
            throw new UsageException($"--compare {text}: two periods that share no day, or two groups, are right");
        // Products are what differs in price and quality; where they are compared themselves, their kind is.
        return new SegmentComparison(first, second, by is "product" ? review => review.Category : review => review.ProductId);
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
        var strata = _strata.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => StrataOf(s.Key, s.Value)).ToArray();
        return strata.Sum(s => s.FirstReviews) == 0 || strata.Sum(s => s.SecondReviews) == 0 ? null : ShareComparison.Of(strata);
    }

    /// <summary>Reviews of unknown products are no product: they count on their side only, and have no counterpart.</summary>
    private static StratumCount[] StrataOf(string key, Counts counts) => string.IsNullOrWhiteSpace(key)
        ? [new StratumCount($"{key} first", counts.FirstReviews, counts.FirstNegative, 0, 0), new StratumCount($"{key} second", 0, 0, counts.SecondReviews, counts.SecondNegative)]
        : [new StratumCount(key, counts.FirstReviews, counts.FirstNegative, counts.SecondReviews, counts.SecondNegative)];

    private static Segment SegmentOf(string text, string? by)
    {
        if (text.IndexOf(Between, StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!TryDay(text[..at], out var from) || !TryDay(text[(at + Between.Length)..], out var to) || to < from)
                throw new UsageException($"--compare {text}: a period is written first day, two dots, last day, such as 2026-05-01..2026-05-31");
            return new Segment(text, review => review.CreatedAt is { } time && DateOnly.FromDateTime(time.DateTime) is var day && day >= from && day <= to) { Period = (from, to) };
        }

        if (by is null) throw new UsageException($"--compare {text}: periods are written 2026-05-01..2026-05-31; for groups, --by says of what");
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
internal sealed record Segment(string Name, Func<Review, bool> Holds)
{
    /// <summary>First and last day, where it is a period.</summary>
    public (DateOnly From, DateOnly To)? Period { get; init; }
}
