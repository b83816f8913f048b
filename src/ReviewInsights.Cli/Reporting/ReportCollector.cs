using System.Runtime.InteropServices;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Collecting;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Reporting;

/// <summary>Gathers tagged reviews for a report.</summary>
/// <param name="lexicon">Knows the stages of the journey.</param>
/// <param name="options">What the report looks at.</param>
/// <param name="masker">Masks the texts that are quoted, or null.</param>
internal sealed class ReportCollector(LexiconInfo lexicon, ReportOptions options, PiiMasker? masker = null) : ICollector<ReportCollector>
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

        var quoted = masker is null ? review.Review : review.Review with { Text = masker.Mask(review.Review.Text) };
        Reviews.Add(quoted, review.Overall.Polarity, CollectionsMarshal.AsSpan(_opinions), review.Lexicon);
    }

    public void Merge(ReportCollector other)
    {
        Reviews.Merge(other.Reviews);
        StrangeStages.Merge(other.StrangeStages);
    }
}
