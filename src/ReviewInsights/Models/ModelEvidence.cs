// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;
using ReviewInsights.Opinions;

namespace ReviewInsights.Models;

/// <summary>
/// Why the model found an opinion that no rule did: the grams of the clause that speak most for it, each with its share of all
/// that speaks for it. What the rest contributes (context, document, intercept) is one last step over the clause.
/// </summary>
internal static class ModelEvidence
{
    private const int Named = 3;

    /// <summary>A gram with a smaller share is part of the rest.</summary>
    private const float SmallestShare = 0.08f;

    /// <summary>Writes the steps from 0 to the score; returns the span of the named grams, or the clause where none is.</summary>
    internal static TextSpan Write(
        Lexicon lexicon, HeadLayout heads, int cell, float score, TextSpan clause, int clauseIndex, JudgeWorkspace work, OpinionWorkspace evidence)
    {
        Span<GramHit> strongest = stackalloc GramHit[Named];
        Span<float> weights = stackalloc float[Named];
        weights.Clear();
        var total = Collect(lexicon, heads.FirstCell + cell, work.Grams.HitsOf(clauseIndex), strongest, weights)
            + Collect(lexicon, heads.FirstCell + cell, work.Grams.DomainHitsOf(clauseIndex), strongest, weights);
        var value = 0f;
        TextSpan named = default;
        for (var i = 0; i < Named && weights[i] > SmallestShare * total; i++)
        {
            var span = new TextSpan(strongest[i].Start, strongest[i].Length);
            value = evidence.AddModelStep(cell, span, value, value + score * weights[i] / total);
            named = named.Length == 0 ? span : TextSpan.FromBounds(Math.Min(named.Start, span.Start), Math.Max(named.End, span.End));
        }
        evidence.AddModelStep(cell, clause, value, score);
        return named.Length == 0 ? clause : named;
    }

    /// <summary>Sums up what speaks for the head and keeps the strongest, the strongest first.</summary>
    private static float Collect(Lexicon lexicon, int head, ReadOnlySpan<GramHit> hits, Span<GramHit> strongest, Span<float> weights)
    {
        var all = lexicon.GramWeights;
        var total = 0f;
        foreach (ref readonly var hit in hits)
        {
            var row = all.Slice(hit.Row * WeightRow.Length, WeightRow.Length);
            if (row[head] <= 0) continue;
            float weight = row[head];
            total += weight;
            if (hit.Length == 0) continue;
            for (var i = 0; i < Named; i++)
            {
                if (weight <= weights[i]) continue;
                for (var j = Named - 1; j > i; j--) (weights[j], strongest[j]) = (weights[j - 1], strongest[j - 1]);
                (weights[i], strongest[i]) = (weight, hit);
                break;
            }
        }
        return total;
    }
}
