using System.Runtime.InteropServices;
using ReviewInsights.Analytics;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Curves;

/// <summary>
/// Gathers tagged reviews for a report. Not thread-safe: one a thread, then <see cref="Merge"/>, in any order.
/// </summary>
/// <param name="lexicon">Knows the stages of the journey.</param>
/// <param name="by">One of <see cref="CurveGrouping.Names"/>, or null for no groups.</param>
internal sealed class CurveCollector(LexiconInfo lexicon, string? by)
{
    private readonly Func<Review, string?> _keyOf = by is null ? _ => null : CurveGrouping.KeyOf(by);
    private readonly GroupedCurveAggregator _groups = new(new CurveOptions { Stages = lexicon.Stages });
    private readonly SortedSet<string> _lexicons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _strangeStages = new(StringComparer.Ordinal);
    private readonly List<StageOpinion> _opinions = [];

    /// <summary>Opinions left out because their stage, given by the input, is none of the journey's; by stage.</summary>
    public IReadOnlyDictionary<string, long> StrangeStages => _strangeStages;

    public void Add(TaggedReview review)
    {
        _opinions.Clear();
        foreach (var opinion in review.Opinions)
        {
            if (opinion.Stage == Lexicon.NoStageCode || lexicon.Stages.Contains(opinion.Stage))
                _opinions.Add(new StageOpinion(opinion.Aspect, opinion.Stage, opinion.Score));
            else
                CountStrange(opinion.Stage, 1);
        }

        _groups.Add(_keyOf(review.Review), CollectionsMarshal.AsSpan(_opinions));
        _lexicons.Add(review.Lexicon);
    }

    public void Merge(CurveCollector other)
    {
        _groups.Merge(other._groups);
        _lexicons.UnionWith(other._lexicons);
        foreach (var (stage, count) in other._strangeStages)
            CountStrange(stage, count);
    }

    public CurveReport ToReport()
    {
        var curves = _groups.ToCurves();
        return new CurveReport(by is null ? curves with { Groups = [] } : curves, by, [.. _lexicons]);
    }

    private void CountStrange(string stage, long count) => _strangeStages[stage] = _strangeStages.GetValueOrDefault(stage) + count;
}
