using System.Runtime.InteropServices;

namespace ReviewInsights.Analytics.Reports;

/// <summary>What the reviews of one day say, or those without a day. Mergeable in any order.</summary>
internal sealed class DayTally
{
    private readonly Dictionary<string, (long Positive, long Negative)> _aspects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (bool Positive, bool Negative)> _ofReview = new(StringComparer.Ordinal);

    internal long Reviews { get; private set; }

    internal long Negative { get; private set; }

    internal IReadOnlyDictionary<string, (long Positive, long Negative)> Aspects => _aspects;

    internal void Add(Polarity overall, ReadOnlySpan<ReportOpinion> opinions)
    {
        Reviews++;
        if (overall == Polarity.Negative) Negative++;
        _ofReview.Clear();
        foreach (ref readonly var opinion in opinions)
        {
            ref var said = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofReview, opinion.Aspect, out _);
            said = (said.Positive || opinion.Score > 0, said.Negative || opinion.Score < 0);
        }

        foreach (var (aspect, said) in _ofReview) Add(aspect, said.Positive ? 1 : 0, said.Negative ? 1 : 0);
    }

    internal void Merge(DayTally other)
    {
        Reviews += other.Reviews;
        Negative += other.Negative;
        foreach (var (aspect, (positive, negative)) in other._aspects) Add(aspect, positive, negative);
    }

    private void Add(string aspect, long positive, long negative)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_aspects, aspect, out _);
        count = (count.Positive + positive, count.Negative + negative);
    }
}
