using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Collecting;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Curves;

/// <summary>Gathers tagged reviews for curves.</summary>
/// <param name="lexicon">Knows the stages of the journey.</param>
/// <param name="by">One of <see cref="CurveGrouping.Names"/>, or null for no groups.</param>
/// <param name="followsTime">Whether to collect the trend, too.</param>
/// <param name="comparison">The two segments to compare, or null.</param>
internal sealed class CurveCollector(LexiconInfo lexicon, string? by, bool followsTime = false, SegmentComparison? comparison = null) : ICollector<CurveCollector>
{
    private readonly Func<Review, string?> _keyOf = by is null ? _ => null : CurveGrouping.KeyOf(by);
    private readonly GroupedCurveAggregator _groups = new(new CurveOptions { Stages = lexicon.Stages });
    private readonly TrendAggregator? _trend = followsTime ? new TrendAggregator() : null;
    private readonly SegmentComparison? _comparison = comparison?.Empty();
    private readonly SortedSet<string> _lexicons = new(StringComparer.Ordinal);
    private readonly List<StageOpinion> _opinions = [];

    public StrangeStages StrangeStages { get; } = new();

    public void Add(TaggedReview review)
    {
        _opinions.Clear();
        foreach (var opinion in review.Opinions)
        {
            if (opinion.Stage == Lexicon.NoStageCode || lexicon.Stages.Contains(opinion.Stage))
                _opinions.Add(new StageOpinion(opinion.Aspect, opinion.Stage, opinion.Score));
            else
                StrangeStages.Add(opinion.Stage);
        }

        _groups.Add(_keyOf(review.Review), CollectionsMarshal.AsSpan(_opinions));
        _trend?.Add(review.Review.CreatedAt, review.Overall.Polarity, []);
        _comparison?.Add(review.Review, review.Overall.Polarity == Polarity.Negative);
        _lexicons.Add(review.Lexicon);
    }

    public void Merge(CurveCollector other)
    {
        _groups.Merge(other._groups);
        if (other._trend is { } trend) _trend?.Merge(trend);
        if (other._comparison is { } segments) _comparison?.Merge(segments);
        _lexicons.UnionWith(other._lexicons);
        StrangeStages.Merge(other.StrangeStages);
    }

    /// <summary>Writes what was gathered for curves as a <see cref="CurvePart"/>; the trend and the comparison are not part of it.</summary>
    public void Save(Stream output)
    {
        using var state = new MemoryStream();
        _groups.Save(state);
        new CurvePart(by, [.. _lexicons], StrangeStages.Counts, state.GetBuffer().AsMemory(0, (int)state.Length)).Write(output);
    }

    /// <summary>Adds what another run has gathered.</summary>
    /// <param name="part">Grouped as this collector groups.</param>
    /// <exception cref="InvalidDataException">It is of another journey, or damaged.</exception>
    /// <exception cref="OverflowException">Opinions left out add up to more than a number can be.</exception>
    public void Merge(CurvePart part)
    {
        using var state = MemoryMarshal.TryGetArray(part.State, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(part.State.ToArray(), writable: false);
        _groups.Merge(state);
        _lexicons.UnionWith(part.Lexicons);
        foreach (var (stage, opinions) in part.StrangeStages) StrangeStages.Add(stage, opinions);
    }

    /// <param name="over">Length of a bucket of the trend.</param>
    /// <param name="phases">Promotion phases to mark on it.</param>
    public CurveReport ToReport(TimeUnit? over = null, ImmutableArray<PromotionPhase> phases = default)
    {
        var curves = _groups.ToCurves();
        return new CurveReport(by is null ? curves with { Groups = [] } : curves, by, [.. _lexicons])
        {
            Trend = _trend is null ? null : new TrendReport(_trend.ToTrend(over, phases.IsDefault ? [] : phases), _trend.Undated),
            Comparison = _comparison,
        };
    }
}
