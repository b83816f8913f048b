using System.Collections.Immutable;
using System.Text.Json;
using ReviewInsights.Analytics.Breakpoints;
using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics;

/// <summary>Collects reviews by product, brand, batch or any other key and draws one curve a group, and one over all.</summary>
/// <remarks>
/// Exact and mergeable like <see cref="CurveAggregator"/>, and like it not thread-safe: one a thread, then merge. Memory grows with
/// the number of groups, by some 10 KB each.
/// </remarks>
public sealed class GroupedCurveAggregator
{
    private readonly CurveOptions _options;
    private readonly Dictionary<string, CurveAggregator> _groups = new(StringComparer.Ordinal);

    /// <summary>An empty aggregator.</summary>
    /// <param name="options">Stages and thresholds; the product's definitions when null.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public GroupedCurveAggregator(CurveOptions? options = null)
    {
        _options = options ?? new CurveOptions();
        _options.Validate(nameof(options));
    }

    /// <summary>Adds one analysed review to a group.</summary>
    /// <param name="key">The group, compared ordinally; null or white space puts the review into the group <c>""</c>.</param>
    /// <param name="analysis">The review.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    /// <exception cref="ArgumentException">As for <see cref="CurveAggregator.Add(ReviewAnalysis)"/>.</exception>
    public void Add(string? key, ReviewAnalysis analysis) => Group(key).Add(analysis);

    /// <summary>Adds one review, given by its opinions, to a group.</summary>
    /// <param name="key">The group, compared ordinally; null or white space puts the review into the group <c>""</c>.</param>
    /// <param name="opinions">All opinions of the review.</param>
    /// <exception cref="ArgumentException">As for <see cref="CurveAggregator.Add(ReadOnlySpan{StageOpinion})"/>.</exception>
    public void Add(string? key, ReadOnlySpan<StageOpinion> opinions) => Group(key).Add(opinions);

    /// <summary>Adds everything another aggregator has collected; the other stays as it is.</summary>
    /// <param name="other">An aggregator with the same options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The options differ, or it is this very aggregator.</exception>
    public void Merge(GroupedCurveAggregator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) throw new ArgumentException("An aggregator cannot be merged into itself.", nameof(other));
        if (!_options.Agrees(other._options)) throw new ArgumentException("The options of the two aggregators differ.", nameof(other));
        foreach (var (key, group) in other._groups) Group(key).Merge(group);
    }

    /// <summary>
    /// Writes all that was collected, to be merged elsewhere with <see cref="Merge(Stream)"/>. Thresholds and seed are not part of
    /// it: they matter only when curves are drawn.
    /// </summary>
    /// <param name="destination">Takes one JSON object; left open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="destination"/> is null.</exception>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var writer = new Utf8JsonWriter(destination);
        PartialState.Write(writer, _options.Stages, _groups.Select(group => KeyValuePair.Create(group.Key, group.Value.State)));
    }

    /// <summary>Adds everything that another aggregator has saved.</summary>
    /// <param name="saved">What <see cref="Save"/> wrote; read to its end and left open.</param>
    /// <exception cref="ArgumentNullException"><paramref name="saved"/> is null.</exception>
    /// <exception cref="InvalidDataException">It is no such state, of other stages, or damaged; the aggregator must not be used then.</exception>
    public void Merge(Stream saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        PartialState.Read(saved, _options.Stages, key => Group(key).State);
    }

    /// <summary>The curves so far.</summary>
    /// <remarks>
    /// Many groups mean many chances of a false breakpoint. Groups are therefore selected after Benjamini and Hochberg (1995) by
    /// their smallest adjusted p-value, and within a selected group the level is lowered by the share selected (Benjamini and
    /// Bogomolov 2014). The curve over all groups is tested by itself.
    /// </remarks>
    /// <exception cref="OverflowException">States that were merged count more reviews than a number can be; no reviews do.</exception>
    public GroupedCurves ToCurves()
    {
        var overall = Overall();
        var sorted = _groups.OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
        var comparisons = Array.ConvertAll(sorted, group => group.Value.Comparisons());
        var level = MultipleTesting.LevelWithinGroups(
            [.. comparisons.Where((c, i) => !c.IsEmpty && IsNamed(sorted[i].Key)).Select(c => c.Min(one => one.PValue))], _options.SignificanceLevel);
        var curves = sorted.Zip(comparisons, (group, tests) => new GroupCurve(group.Key, group.Value.ToCurve(tests, level)));
        return new GroupedCurves(overall.ToCurve(), Shrink(overall.State, [.. sorted.Select(group => group.Value.State)], [.. curves]));
    }

    /// <summary>How each aspect fares at each stage, over all groups; in the order of the journey, then of codes.</summary>
    internal ImmutableArray<HeatCell> Heat()
    {
        var state = Overall().State;
        return
        [
            .. Enumerable.Range(0, state.StageCount).SelectMany(stage =>
            {
                var positive = state.Aspects(stage, negative: false).ToDictionary(a => a.Aspect, a => a.Reviews, StringComparer.Ordinal);
                var negative = state.Aspects(stage, negative: true).ToDictionary(a => a.Aspect, a => a.Reviews, StringComparer.Ordinal);
                return positive.Keys.Union(negative.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .Select(aspect => new HeatCell(aspect, state.Stage(stage), positive.GetValueOrDefault(aspect), negative.GetValueOrDefault(aspect)));
            }),
        ];
    }

    private CurveAggregator Overall()
    {
        var overall = new CurveAggregator(_options);
        foreach (var group in _groups.Values) overall.Merge(group);
        return overall;
    }

    /// <summary>Reviews without a group are no group: they say nothing of how groups differ.</summary>
    private static bool IsNamed(string key) => key.Length > 0;

    private static ImmutableArray<GroupCurve> Shrink(CurveState overall, CurveState[] states, GroupCurve[] curves)
    {
        var named = states.Where((_, i) => IsNamed(curves[i].Key)).ToArray();
        var kappas = Enumerable.Range(0, overall.StageCount).Select(stage => Shrinkage.KappaOf(named, stage)).ToArray();
        double? MeanOf(CurveState state, int stage) =>
            state.Count(stage) > 0 ? Shrinkage.MeanOf(state, stage, kappas[stage], overall.Mean(stage)) : null;
        return [.. curves.Zip(states, (group, state) => group with
        {
            Curve = group.Curve with
            {
                Points = [.. group.Curve.Points.Select((point, stage) => point with { ShrunkMean = MeanOf(state, stage) })],
            },
        })];
    }

    private CurveAggregator Group(string? key)
    {
        key = string.IsNullOrWhiteSpace(key) ? "" : key;
        if (_groups.TryGetValue(key, out var group)) return group;
        group = new CurveAggregator(_options);
        _groups.Add(key, group);
        return group;
    }
}

/// <summary>One curve over all reviews and one a group. Immutable.</summary>
/// <param name="Overall">All reviews together.</param>
/// <param name="Groups">In ordinal order of their keys.</param>
public sealed record GroupedCurves(EmotionCurve Overall, ImmutableArray<GroupCurve> Groups);

/// <summary>The curve of one group.</summary>
/// <param name="Key">What the group is called; empty for reviews that name none.</param>
/// <param name="Curve">Its curve.</param>
public sealed record GroupCurve(string Key, EmotionCurve Curve);
