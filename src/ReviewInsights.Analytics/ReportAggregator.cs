using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReviewInsights.Analytics.Diagnosis;
using ReviewInsights.Analytics.Reports;

namespace ReviewInsights.Analytics;

/// <summary>Collects reviews for a report: curves, causes, the course over time, rankings.</summary>
/// <remarks>
/// Adding and merging are associative and commutative: any order, any number of threads or shards gives the same report to the last
/// byte. Not thread-safe: use one a thread and merge. Memory grows with the number of groups, days and distinct negative wordings,
/// not with the number of reviews.
/// </remarks>
public sealed class ReportAggregator
{
    private const int RankingLength = 10;

    private readonly ReportOptions _options;
    private readonly GroupedCurveAggregator _curves;
    private readonly Dictionary<string, GroupTally> _groups = new(StringComparer.Ordinal);
    private readonly TrendAggregator _trend = new();
    private readonly SortedSet<string> _lexicons = new(StringComparer.Ordinal);
    private readonly List<StageOpinion> _stageOpinions = [];
    private long _reviews, _silent, _withoutText, _withoutRating;

    /// <summary>An empty aggregator.</summary>
    /// <param name="options">What to look at; products and the product's definitions when null.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public ReportAggregator(ReportOptions? options = null)
    {
        _options = options ?? new ReportOptions();
        _curves = new GroupedCurveAggregator(_options.Curve);
    }

    /// <summary>Adds one tagged review. Linear in its opinions.</summary>
    /// <param name="review">Its metadata, and its text where it is known: without, nothing can be quoted.</param>
    /// <param name="overall">Polarity of the whole review.</param>
    /// <param name="opinions">All its opinions.</param>
    /// <param name="lexicon">Version of the lexicon that tagged it.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An opinion's stage is not on the curve, or its score is outside [-1, 1]. Nothing is added then.</exception>
    public void Add(Review review, Polarity overall, ReadOnlySpan<ReportOpinion> opinions, string lexicon)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(lexicon);
        _stageOpinions.Clear();
        var isSilent = true;
        foreach (ref readonly var opinion in opinions)
        {
            _stageOpinions.Add(new StageOpinion(opinion.Aspect, opinion.Stage, opinion.Score));
            isSilent &= string.Equals(opinion.Stage, Lexicon.NoStageCode, StringComparison.Ordinal);
        }

        var group = _options.GroupOf(review);
        if (string.IsNullOrWhiteSpace(group)) group = "";
        _curves.Add(group, CollectionsMarshal.AsSpan(_stageOpinions)); // checks, so it comes first
        TallyOf(group).Add(review, overall, opinions);
        _trend.Add(review.CreatedAt, overall, opinions);
        _lexicons.Add(lexicon);
        _reviews++;
        if (isSilent) _silent++;
        if (review.Text.Length == 0) _withoutText++;
        if (review.Rating is null) _withoutRating++;
    }

    /// <summary>Adds everything another aggregator has collected; the other stays as it is.</summary>
    /// <param name="other">An aggregator with the same options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The options differ, or it is this very aggregator.</exception>
    public void Merge(ReportAggregator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!string.Equals(_options.By, other._options.By, StringComparison.Ordinal)) throw new ArgumentException($"One aggregator groups by {_options.By}, the other by {other._options.By}.", nameof(other));
        _curves.Merge(other._curves);
        foreach (var (key, group) in other._groups) TallyOf(key).Merge(group);
        _trend.Merge(other._trend);
        _lexicons.UnionWith(other._lexicons);
        _reviews += other._reviews;
        _silent += other._silent;
        _withoutText += other._withoutText;
        _withoutRating += other._withoutRating;
    }

    /// <summary>The report of the reviews so far. Costs milliseconds a group; the aggregator can be added to afterwards.</summary>
    /// <param name="title">What the report is about.</param>
    /// <param name="names">Knows the names of aspects and stages.</param>
    /// <param name="rejected">Rows that could not be read.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ReviewReport ToReport(string title, LexiconInfo names, long rejected = 0)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(names);
        var curves = _curves.ToCurves();
        var causes = new CauseTable();
        foreach (var group in _groups.Values) causes.Merge(group.Causes);
        var named = _groups.Where(group => group.Key.Length > 0).OrderByDescending(g => g.Value.Reviews).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        return new ReviewReport(
            title,
            [.. _lexicons],
            new ReportNames(names.AspectNames, names.StageNames),
            new ReportQuality(_reviews, rejected, _silent, _withoutText, _trend.Undated, _groups.GetValueOrDefault("")?.Reviews ?? 0, _withoutRating, _trend.From, _trend.To),
            Journey(curves.Overall, causes, baseline: null),
            named.Length > 0 ? _options.By : null,
            Groups(named, curves, causes),
            _curves.Heat(),
            _trend.ToTrend(_options.Over, _options.Phases),
            GroupRanking.Top([.. named.Select(g => new GroupCount(g.Key, g.Value.Reviews, g.Value.Negative))], RankingLength),
            GroupRanking.Top([.. named.Select(g => new GroupCount(g.Key, g.Value.Reviews, g.Value.Positive))], RankingLength),
            _trend.ToFeedback());
    }

    private ImmutableArray<GroupJourney> Groups(KeyValuePair<string, GroupTally>[] named, GroupedCurves curves, CauseTable causes)
    {
        var byKey = curves.Groups.ToDictionary(group => group.Key, group => group.Curve, StringComparer.Ordinal);
        (EmotionCurve, CauseTable)? baseline = named.Length > 1 ? (curves.Overall, causes) : null;
        return [.. named.Select(group => new GroupJourney(group.Key, Journey(byKey[group.Key], group.Value.Causes, baseline)))];
    }

    private ReportJourney Journey(EmotionCurve curve, CauseTable causes, (EmotionCurve, CauseTable)? baseline) =>
        new(curve, new Diagnostician(_options.Actions).Diagnose(curve, causes, baseline));

    private GroupTally TallyOf(string key)
    {
        if (_groups.TryGetValue(key, out var group)) return group;
        group = new GroupTally();
        _groups.Add(key, group);
        return group;
    }
}
