using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>Negators reverse what follows, usually not in full: 不好 is less bad than 差 (lexicons/rules/negators.tsv has the factors).</summary>
internal static class NegationRule
{
    /// <summary>How far a negator reaches, in code units: 没有 想象 中 那么 好.</summary>
    private const int Reach = 8;

    /// <summary>不是很好 is milder than 不好: a degree word between negator and opinion is what gets negated.</summary>
    private const float DegreeNegated = 0.6f;

    /// <summary>Applies the negators between <paramref name="from"/> and the opinion word, the nearest first.</summary>
    /// <param name="score">Score so far.</param>
    /// <param name="terms">The clause.</param>
    /// <param name="from">First term that may negate it: behind the opinion before.</param>
    /// <param name="hit">The opinion word.</param>
    /// <param name="degree">Its degree word, or -1.</param>
    /// <param name="work">Takes the steps.</param>
    internal static float Apply(float score, in ClauseTerms terms, int from, int hit, int degree, OpinionWorkspace work)
    {
        for (var i = hit - 1; i >= from; i--)
        {
            if (terms.Hits[hit].Start - terms.Hits[i].End > Reach) break;
            if (i == degree || !terms.TryGet(i, TermKind.Negator, out var entry)) continue;
            var factor = degree > i ? entry.Value * DegreeNegated : entry.Value;
            score = work.AddStep(EvidenceKind.Negation, entry, terms.SpanOf(i), score, score * factor);
        }
        return score;
    }

    /// <summary>Index of the first negator that reaches the opinion word, or the word's own index.</summary>
    internal static int FirstOf(in ClauseTerms terms, int from, int hit)
    {
        var first = hit;
        for (var i = hit - 1; i >= from && terms.Hits[hit].Start - terms.Hits[i].End <= Reach; i--)
            if (terms.Has(i, TermKind.Negator)) first = i;
        return first;
    }
}
