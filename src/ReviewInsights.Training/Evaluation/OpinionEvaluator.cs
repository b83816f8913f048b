using System.Collections.Immutable;

namespace ReviewInsights.Training;

/// <summary>Compares what an analyser finds with what people found. Stateless.</summary>
public static class OpinionEvaluator
{
    /// <summary>The four aspects that the product's owner named as core.</summary>
    private static readonly ImmutableHashSet<string> Core = ["material", "usage", "value", "after_service"];

    /// <summary>Analyses all reviews and sums up. Costs microseconds a review.</summary>
    /// <param name="analyzer">The analyser.</param>
    /// <param name="gold">Annotated reviews.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static OpinionEvaluation Evaluate(ReviewAnalyzer analyzer, IReadOnlyList<GoldReview> gold)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(gold);
        var result = new OpinionEvaluation();
        foreach (var review in gold) Add(result, review, analyzer.Analyze(review.Text));
        return result;
    }

    private static void Add(OpinionEvaluation result, GoldReview gold, ReviewAnalysis found)
    {
        HashSet<(string Aspect, Polarity Polarity)> goldCells = [.. gold.Opinions.Select(o => (o.Aspect, o.Polarity))], cells = [.. found.Opinions.Select(o => (o.Aspect, o.Polarity))];
        var score = SetScore.Of(goldCells, cells);
        result.ByReview.Add((gold, score));
        result.Opinions += score;
        result.Aspects += SetScore.Of([.. goldCells.Select(c => c.Aspect)], [.. cells.Select(c => c.Aspect)]);
        result.CoreOpinions += SetScore.Of([.. goldCells.Where(c => Core.Contains(c.Aspect))], [.. cells.Where(c => Core.Contains(c.Aspect))]);
        if (gold.Opinions.All(o => o.Stage is not null))
            result.Stages += SetScore.Of(
                [.. gold.Opinions.Where(o => o.Stage != Lexicon.NoStageCode).Select(o => (o.Stage!, o.Polarity))],
                [.. found.Opinions.Where(o => o.Stage != Lexicon.NoStageCode).Select(o => (o.Stage, o.Polarity))]);
        foreach (var cell in goldCells.Union(cells))
        {
            var one = new SetScore(goldCells.Contains(cell) && cells.Contains(cell) ? 1 : 0, goldCells.Contains(cell) ? 1 : 0, cells.Contains(cell) ? 1 : 0);
            OpinionEvaluation.Add(result.ByAspectCounts, cell.Aspect, one);
            OpinionEvaluation.Add(result.ByCategoryCounts, gold.Category, one);
        }
        AddOpinions(result, gold, found, goldCells);
        if (gold.Suggestion is { } suggests) result.Suggestions += new SetScore(suggests && found.Suggestion is not null ? 1 : 0, suggests ? 1 : 0, found.Suggestion is null ? 0 : 1);
        if (gold.Overall is "positive" or "negative")
        {
            var isRight = found.Overall.Score > 0 == (gold.Overall == "positive");
            result.Overall = (result.Overall.Right + (isRight ? 1 : 0), result.Overall.Count + 1);
            result.OverallCalibration.Add(found.Overall.Confidence, isRight);
        }
    }

    private static void AddOpinions(OpinionEvaluation result, GoldReview gold, ReviewAnalysis found, HashSet<(string Aspect, Polarity Polarity)> goldCells)
    {
        foreach (var opinion in found.Opinions)
        {
            var polarities = gold.Opinions.Where(o => o.Aspect == opinion.Aspect).Select(o => o.Polarity).Distinct().ToList();
            if (polarities.Count > 0) result.PolarityCalibration.Add(opinion.Confidence, polarities.Contains(opinion.Polarity));
            if (polarities.Count == 1) result.PolarityConfusion[(int)polarities[0] + 1, (int)opinion.Polarity + 1]++;
            if (!goldCells.Contains((opinion.Aspect, opinion.Polarity))) continue;
            var overlaps = gold.Opinions.Any(o => o.Aspect == opinion.Aspect && o.Polarity == opinion.Polarity
                && Math.Min(o.Span.End, opinion.Expression.End) > Math.Max(o.Span.Start, opinion.Expression.Start));
            result.Expressions = (result.Expressions.Overlapping + (overlaps ? 1 : 0), result.Expressions.Count + 1);
        }
    }
}

/// <summary>What an evaluation of opinions found; the scores are those of the project's definition of done.</summary>
public sealed class OpinionEvaluation
{
    internal OpinionEvaluation()
    {
    }

    /// <summary>Sets of (aspect, polarity) by review.</summary>
    public SetScore Opinions { get; internal set; }

    /// <summary>Sets of aspects.</summary>
    public SetScore Aspects { get; internal set; }

    /// <summary>Sets of (aspect, polarity) of the four core aspects.</summary>
    public SetScore CoreOpinions { get; internal set; }

    /// <summary>Sets of (stage, polarity), without opinions of no stage.</summary>
    public SetScore Stages { get; internal set; }

    /// <summary>Reviews with a suggestion.</summary>
    public SetScore Suggestions { get; internal set; }

    /// <summary>Of opinions with the right aspect and polarity, how many overlap an annotated expression.</summary>
    public (int Overlapping, int Count) Expressions { get; internal set; }

    /// <summary>Of clearly positive or negative reviews, how many have the right sign.</summary>
    public (int Right, int Count) Overall { get; internal set; }

    /// <summary>Confidence in the polarity of opinions whose aspect is right.</summary>
    public Calibration PolarityCalibration { get; } = new();

    /// <summary>Confidence in the sign of clearly positive or negative reviews.</summary>
    public Calibration OverallCalibration { get; } = new();

    /// <summary>Scores by aspect.</summary>
    public IReadOnlyDictionary<string, SetScore> ByAspect => ByAspectCounts;

    /// <summary>Scores by category of goods.</summary>
    public IReadOnlyDictionary<string, SetScore> ByCategory => ByCategoryCounts;

    /// <summary>Each review with its own score, in the order given.</summary>
    public IReadOnlyList<(GoldReview Review, SetScore Score)> Reviews => ByReview;

    /// <summary>How often opinions with annotated polarity row (negative, neutral, positive) were given polarity column, where the aspect has one polarity.</summary>
    /// <param name="gold">The annotated polarity.</param>
    /// <param name="predicted">The predicted polarity.</param>
    public int Confusions(Polarity gold, Polarity predicted) => PolarityConfusion[(int)gold + 1, (int)predicted + 1];

    internal int[,] PolarityConfusion { get; } = new int[3, 3];

    internal SortedDictionary<string, SetScore> ByAspectCounts { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<string, SetScore> ByCategoryCounts { get; } = new(StringComparer.Ordinal);

    internal List<(GoldReview Review, SetScore Score)> ByReview { get; } = [];

    internal static void Add(SortedDictionary<string, SetScore> counts, string key, SetScore one) => counts[key] = counts.GetValueOrDefault(key) + one;
}
