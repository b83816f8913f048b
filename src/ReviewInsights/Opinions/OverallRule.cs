using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>Sums the opinions of a review up to one score.</summary>
internal static class OverallRule
{
    /// <summary>A verdict on the whole says more about the whole than an opinion on a part does.</summary>
    private const double VerdictWeight = 1.5;

    /// <summary>Where both sides hold at least this share of the weight, the review is mixed.</summary>
    private const double MixedShare = 0.35;

    /// <summary>A review without opinions is neutral where the model leans to a side by less than this.</summary>
    private const double UnclearBand = 0.4;

    /// <summary>Of a review whose probability of being positive a model knows.</summary>
    internal static OverallPolarity Of(ReadOnlySpan<OpinionMark> opinions, ushort overallAspect, double p)
    {
        var byOpinions = Of(opinions, overallAspect);
        var polarity = byOpinions.Polarity == Polarity.Mixed || opinions.IsEmpty && Math.Abs(2 * p - 1) < UnclearBand
            || !opinions.IsEmpty && byOpinions.Score == 0
            ? byOpinions.Polarity
            : p > 0.5 ? Polarity.Positive : Polarity.Negative;
        return new OverallPolarity(polarity, (float)(2 * p - 1), (float)Math.Max(p, 1 - p));
    }

    internal static OverallPolarity Of(ReadOnlySpan<OpinionMark> opinions, ushort overallAspect)
    {
        double positive = 0, negative = 0;
        foreach (ref readonly var opinion in opinions)
        {
            var weight = opinion.AspectId == overallAspect ? VerdictWeight : 1;
            if (opinion.Score > 0) positive += weight * opinion.Score;
            else negative -= weight * opinion.Score;
        }
        var mass = positive + negative;
        if (mass == 0) return new OverallPolarity(Polarity.Neutral, 0, Confidence.OfReview(0));
        // x / (1 + |x|) keeps the order of sums and stays in (-1, 1).
        var sum = positive - negative;
        var score = sum / (1 + Math.Abs(sum));
        var polarity = Math.Min(positive, negative) >= MixedShare * mass ? Polarity.Mixed : (Polarity)Math.Sign(sum);
        return new OverallPolarity(polarity, score, Confidence.OfReview(score));
    }
}
