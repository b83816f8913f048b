using ReviewInsights.Analytics.Diagnosis;

namespace ReviewInsights.Analytics.Reports;

/// <summary>What a report keeps of one group beside its curve.</summary>
internal sealed class GroupTally
{
    internal long Reviews { get; private set; }

    internal long Positive { get; private set; }

    internal long Negative { get; private set; }

    internal CauseTable Causes { get; } = new();

    internal void Add(Review review, Polarity overall, ReadOnlySpan<ReportOpinion> opinions)
    {
        Reviews++;
        if (overall == Polarity.Positive) Positive++;
        if (overall == Polarity.Negative) Negative++;
        Causes.Add(review, opinions);
    }

    internal void Merge(GroupTally other)
    {
        Reviews += other.Reviews;
        Positive += other.Positive;
        Negative += other.Negative;
        Causes.Merge(other.Causes);
    }
}
