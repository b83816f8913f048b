using System.Collections.Immutable;
using ReviewInsights.Analytics.Curves;
using ReviewInsights.Analytics.Reports;

namespace ReviewInsights.Analytics;

/// <summary>Collects what reviews say day by day: the trend with its changes, and feedback against the period before.</summary>
/// <remarks>
/// Adding and merging are associative and commutative. Not thread-safe: one a thread, then merge. Memory grows with the number of
/// days and aspects, not with that of reviews. The day of a review is that of its own clock.
/// </remarks>
public sealed class TrendAggregator
{
    /// <summary>Feedback compares the last thirty days with those before, or halves where the data does not reach so far.</summary>
    private const int PeriodDays = 30;

    /// <summary>Days further from the others than this are slips of a keyboard or a clock.</summary>
    private const int LongestSpan = 3660;

    private readonly SortedDictionary<DateOnly, DayTally> _days = [];
    private readonly DayTally _undated = new();

    /// <summary>Reviews that name no time, or one ten years from where most are; they are missing in the trend.</summary>
    public long Undated => _undated.Reviews + _days.Values.Sum(day => day.Reviews) - (Window() is { } window ? Sum(window.From, window.To).Reviews : 0);

    /// <summary>Day of the earliest review, or null; of more than ten years those with the most reviews count.</summary>
    public DateOnly? From => Window()?.From;

    /// <summary>Day of the latest review, likewise.</summary>
    public DateOnly? To => Window()?.To;

    /// <summary>Adds one review.</summary>
    /// <param name="time">When it was written, or null.</param>
    /// <param name="overall">Polarity of the whole review.</param>
    /// <param name="opinions">All its opinions; they are needed for <see cref="ToFeedback"/> only.</param>
    public void Add(DateTimeOffset? time, Polarity overall, ReadOnlySpan<ReportOpinion> opinions) =>
        (time is { } known ? TallyOf(DateOnly.FromDateTime(known.DateTime)) : _undated).Add(overall, opinions);

    /// <summary>Adds everything another aggregator has collected; the other stays as it is.</summary>
    /// <param name="other">Another aggregator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">It is this very aggregator.</exception>
    public void Merge(TrendAggregator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) throw new ArgumentException("An aggregator cannot be merged into itself.", nameof(other));
        _undated.Merge(other._undated);
        foreach (var (day, tally) in other._days) TallyOf(day).Merge(tally);
    }

    /// <summary>
    /// The trend so far, with the changes found in it; null where no review names a time.
    /// </summary>
    /// <param name="over">Length of a bucket; null to choose by the time the reviews span.</param>
    /// <param name="phases">Promotion phases to carry along.</param>
    public ReportTrend? ToTrend(TimeUnit? over, ImmutableArray<PromotionPhase> phases)
    {
        if (Window() is not var (from, to)) return null;
        var unit = over ?? Calendar.UnitFor(from, to);
        var counts = _days.Where(day => day.Key >= from && day.Key <= to).GroupBy(day => Calendar.StartOf(day.Key, unit))
            .ToDictionary(group => group.Key, group => (Reviews: group.Sum(d => d.Value.Reviews), Negative: group.Sum(d => d.Value.Negative)));
        var buckets = ImmutableArray.CreateBuilder<TrendBucket>();
        foreach (var start in Calendar.Starts(from, to, unit))
        {
            var (reviews, negative) = counts.GetValueOrDefault(start);
            buckets.Add(new TrendBucket(start, reviews, negative));
        }

        var all = buckets.ToImmutable();
        return new ReportTrend(Calendar.CodeOf(unit), all, TimeChangeFinder.Find(all.AsSpan()), phases);
    }

    /// <summary>
    /// What is praised and blamed in the last thirty days, or in the later half where the reviews span less than sixty, against the
    /// stretch of equal length before. Without times, over all reviews and against nothing. The most spoken of first.
    /// </summary>
    public ImmutableArray<AspectFeedback> ToFeedback()
    {
        if (Window() is not var (from, to)) return Feedback(_undated, before: null);
        var length = Math.Min(PeriodDays, (to.DayNumber - from.DayNumber + 1) / 2);
        if (length == 0) return Feedback(Sum(from, to), before: null);
        return Feedback(Sum(to.AddDays(1 - length), to), Sum(to.AddDays(1 - (2 * length)), to.AddDays(-length)));
    }

    private static ImmutableArray<AspectFeedback> Feedback(DayTally now, DayTally? before)
    {
        var aspects = now.Aspects.Keys.Concat(before?.Aspects.Keys ?? []).Distinct(StringComparer.Ordinal);
        return
        [
            .. aspects.Select(aspect => FeedbackOf(aspect, now, before))
                .OrderByDescending(f => f.Now.Positive + f.Now.Negative).ThenBy(f => f.Aspect, StringComparer.Ordinal),
        ];
    }

    private static AspectFeedback FeedbackOf(string aspect, DayTally now, DayTally? before)
    {
        var counts = CountsOf(aspect, now);
        if (before is null || before.Reviews == 0 || now.Reviews == 0) return new AspectFeedback(aspect, counts, Before: null, Difference: null);
        var then = CountsOf(aspect, before);
        return new AspectFeedback(aspect, counts, then, Newcombe.Interval(then.Negative, then.Reviews, counts.Negative, counts.Reviews));
    }

    private static AspectCounts CountsOf(string aspect, DayTally period)
    {
        var (positive, negative) = period.Aspects.GetValueOrDefault(aspect);
        return new AspectCounts(period.Reviews, positive, negative);
    }

    /// <summary>The ten years that hold the most reviews, the latest of equals, cut to the days there are.</summary>
    private (DateOnly From, DateOnly To)? Window()
    {
        var days = _days.ToArray();
        (DateOnly, DateOnly)? best = null;
        long most = 0, reviews = 0;
        for (int first = 0, last = 0; last < days.Length; last++)
        {
            reviews += days[last].Value.Reviews;
            for (; days[last].Key.DayNumber - days[first].Key.DayNumber >= LongestSpan; first++) reviews -= days[first].Value.Reviews;
            if (reviews >= most) (best, most) = ((days[first].Key, days[last].Key), reviews);
        }

        return best;
    }

    private DayTally Sum(DateOnly from, DateOnly to)
    {
        var sum = new DayTally();
        foreach (var (day, tally) in _days)
            if (day >= from && day <= to) sum.Merge(tally);
        return sum;
    }

    private DayTally TallyOf(DateOnly day)
    {
        if (_days.TryGetValue(day, out var tally)) return tally;
        tally = new DayTally();
        _days.Add(day, tally);
        return tally;
    }
}
