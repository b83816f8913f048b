using ReviewInsights.Lexicons;
using ReviewInsights.Models;

namespace ReviewInsights.Training.Opinions;

/// <summary>Lays a review's first-stage scores out as the session does, so that training and use compute features alike.</summary>
internal sealed class ReviewReader(ClauseCorpus corpus, FirstStage stage, float[] logits, OpinionTrainingOptions options)
{
    internal ReviewScores Scores { get; } = new();

    internal CellFeatures Cells { get; } = new(corpus.Heads);

    internal void Open(int review)
    {
        int first = corpus.FirstClause[review], count = corpus.FirstClause[review + 1] - first;
        Scores.Prepare(count);
        logits.AsSpan(first * HeadLayout.Stride, count * HeadLayout.Stride).CopyTo(Scores.Logits);
        Scores.Domain = stage.ReviewDomains[review];
        Scores.Document = stage.ReviewDocuments[review];
        for (var c = 0; c < count; c++)
        {
            Scores.ClauseDocuments[c] = stage.ClauseDocuments[first + c];
            Scores.Lengths[c] = corpus.Clauses[first + c].Span.Length;
            Scores.RuleCells[c] = options.UseRules ? corpus.Clauses[first + c].RuleCells : 0;
        }
        Cells.Open(Scores);
    }

    internal float[] StageLogits(int clause) =>
        Array.ConvertAll(Scores.LogitsOf(clause).Slice(corpus.Heads.FirstStage, corpus.Heads.Stages).ToArray(), CellFeatures.Cut);
}
