// HOT: spans and flat arrays only.
using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>
/// The first stage: one walk over the grams of a text feeds the document model, the domains and every clause head.
/// </summary>
internal static class GramScorer
{
    /// <summary>Grams of a domain count only where the domain is this probable: an unknown kind of goods is better read without.</summary>
    internal const float DomainCertainty = 0.6f;

    /// <summary>Features of every clause that are no grams: the intercept, then document scores; cues follow.</summary>
    internal const int DocumentFeatures = 5, FirstCue = 1 + DocumentFeatures;

    /// <summary>Fills the log-odds and document scores of a review's clauses, all but what cues add.</summary>
    internal static void Run(Lexicon lexicon, ModelData model, ReadOnlySpan<char> text, ReadOnlySpan<ClauseMark> clauses, ReviewScores scores, GramWorkspace work)
    {
        work.Prepare(text.Length, clauses.Length);
        Encode(lexicon.GramCodes, text, work.Codes);
        var walk = new GramWalk(lexicon, work);
        DocumentSum review = default;
        var at = 0;
        for (var c = 0; c < clauses.Length; c++)
        {
            int start = clauses[c].Start + 1, end = clauses[c].End + 1;
            review += walk.Grams(at, start, clauseEnd: 0);
            work.FirstHit[c] = work.HitCount;
            var clause = walk.Grams(start, end, end);
            walk.Marked(start, end);
            scores.ClauseDocuments[c] = clause.Score;
            scores.Lengths[c] = end - start;
            review += clause;
            at = end;
        }
        review += walk.Grams(at, text.Length + 2, clauseEnd: 0);
        work.FirstHit[clauses.Length] = work.HitCount;
        scores.Document = review.Score;
        WeightRows.AddDomains(lexicon.GramWeights, work.DomainRows.AsSpan(0, work.DomainCount), work.Domain);
        scores.Domain = DomainOf(model.Domains.Length, work.DomainCount, work.Domain);
        if (scores.Domain >= 0) AddDomainGrams(lexicon, walk, scores.Domain, clauses, work);
        Sum(lexicon, model, ReviewFactor(text.Length), scores, work);
    }

    /// <summary>What a gram of the whole review weighs: less in a longer text.</summary>
    internal static float ReviewFactor(int textLength) => 1 / MathF.Sqrt(textLength + 1);

    /// <summary>The domain that a review is certainly about, or -1.</summary>
    /// <param name="count">Number of domains.</param>
    /// <param name="grams">How many grams spoke.</param>
    /// <param name="sums">Their weights, summed up by domain.</param>
    internal static int DomainOf(int count, int grams, ReadOnlySpan<float> sums)
    {
        if (count == 0) return -1;
        var factor = ReviewFactor(grams);
        float total = 0, highest = 0;
        var best = -1;
        Span<float> probabilities = stackalloc float[GramMarks.MaxDomains];
        for (var d = 0; d < count; d++) probabilities[d] = sums[d] * factor;
        Logistic.Of(probabilities, probabilities);
        for (var d = 0; d < count; d++)
        {
            total += probabilities[d];
            if (probabilities[d] > highest) (highest, best) = (probabilities[d], d);
        }
        return highest > DomainCertainty * total ? best : -1;
    }

    private static void Encode(ReadOnlySpan<ushort> codeOf, ReadOnlySpan<char> text, Span<ushort> codes)
    {
        codes[0] = codeOf[GramMarks.Start];
        for (var i = 0; i < text.Length; i++) codes[i + 1] = GramMarks.IsMark(text[i]) ? (ushort)0 : codeOf[text[i]];
        codes[text.Length + 1] = codeOf[GramMarks.End];
        codes.Slice(text.Length + 2, GramMarks.MaxLength + GramWalk.Ahead).Clear();
    }

    /// <summary>A second, short walk: which grams count is known only when the domain is. Its hits take the place of the first walk's, merged clause by clause.</summary>
    private static void AddDomainGrams(Lexicon lexicon, GramWalk walk, int domain, ReadOnlySpan<ClauseMark> clauses, GramWorkspace work)
    {
        var mark = lexicon.GramCodes[GramMarks.FirstDomain + domain];
        work.FirstDomainHit[0] = work.HitCount;
        for (var c = 0; c < clauses.Length; c++)
        {
            walk.OfDomain(mark, clauses[c].Start + 1, clauses[c].End + 1);
            work.FirstDomainHit[c + 1] = work.HitCount;
        }
    }

    private static void Sum(Lexicon lexicon, ModelData model, float reviewFactor, ReviewScores scores, GramWorkspace work)
    {
        var weights = lexicon.GramWeights;
        ReadOnlySpan<float> dense = model.Dense;
        // What all clauses share: grams of the review, the intercept, the document's score.
        Span<float> shared = work.Review;
        WeightRows.Add(weights, work.ReviewRows.AsSpan(0, work.ReviewCount), reviewFactor, shared);
        WeightRows.Add(Row(dense, 0), 1, shared);
        WeightRows.Add(Row(dense, 3), scores.Document, shared);
        for (var c = 0; c < scores.ClauseCount; c++)
        {
            var logits = scores.Logits.AsSpan(c * HeadLayout.Stride, HeadLayout.Stride);
            shared.CopyTo(logits);
            WeightRows.Add(weights, work.HitsOf(c), 1, logits);
            if (work.FirstDomainHit[c + 1] > work.FirstDomainHit[c]) WeightRows.Add(weights, work.DomainHitsOf(c), 1, logits);
            var score = scores.ClauseDocuments[c];
            WeightRows.Add(Row(dense, 1), score, logits);
            WeightRows.Add(Row(dense, 2), Cube(score), logits);
            if (c > 0) WeightRows.Add(Row(dense, 4), scores.ClauseDocuments[c - 1], logits);
            if (c + 1 < scores.ClauseCount) WeightRows.Add(Row(dense, 5), scores.ClauseDocuments[c + 1], logits);
        }
    }

    /// <summary>A score's third power, so that clear clauses count for more than their share.</summary>
    internal static float Cube(float score)
    {
        var clipped = Math.Clamp(score, -2, 2);
        return clipped * clipped * clipped;
    }

    internal static ReadOnlySpan<float> Row(ReadOnlySpan<float> dense, int feature) => dense.Slice(feature * HeadLayout.Stride, HeadLayout.Stride);
}
