using System.Runtime.InteropServices;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Collecting;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Reporting;

/// <summary>Gathers tagged reviews for a report.</summary>
/// <param name="lexicon">Knows the stages of the journey.</param>
/// <param name="options">What the report looks at.</param>
internal sealed class ReportCollector(LexiconInfo lexicon, ReportOptions options) : ICollector<ReportCollector>
{
    private readonly List<ReportOpinion> _opinions = [];

    public ReportAggregator Reviews { get; } = new(options);

    public StrangeStages StrangeStages { get; } = new();

    public void Add(TaggedReview review)
    {
        _opinions.Clear();
        foreach (var opinion in review.Opinions)
        {
            if (opinion.Stage == Lexicon.NoStageCode || lexicon.Stages.Contains(opinion.Stage))
                _opinions.Add(new ReportOpinion(opinion.Aspect, opinion.Attribute, opinion.Stage, opinion.Score, opinion.Clause, opinion.Expression));
            else
                StrangeStages.Add(opinion.Stage);
        }

        Reviews.Add(review.Review, review.Overall.Polarity, CollectionsMarshal.AsSpan(_opinions), review.Lexicon);
    }

    public void Merge(ReportCollector other)
    {
        Reviews.Merge(other.Reviews);
        StrangeStages.Merge(other.StrangeStages);
    }
}
