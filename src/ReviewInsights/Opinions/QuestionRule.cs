using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>好用吗? asks; it does not praise.</summary>
internal static class QuestionRule
{
    private const float Remainder = 0.1f;

    internal static float Apply(float score, in TermEntry word, in ClauseTerms terms, int hit, OpinionWorkspace work)
    {
        if (IsAlternative(terms.Text, terms.Hits[hit].Start, terms.Hits[hit].End))
            return work.AddStep(EvidenceKind.Question, word, terms.SpanOf(hit), score, score * Remainder);
        if (!terms.HasAny(TermKinds.Question)) return score;
        for (var i = 0; i < terms.Hits.Length; i++)
            if (terms.TryGet(i, TermKind.Question, out var entry))
                return work.AddStep(EvidenceKind.Question, entry, terms.SpanOf(i), score, score * Remainder);
        return score;
    }

    /// <summary>Whether the word is half of an A-not-A question: 快不快, 耐用不耐用, 物流快不快.</summary>
    private static bool IsAlternative(ReadOnlySpan<char> text, int start, int end)
    {
        if (end < text.Length && text[end] == '不')
            for (var length = end - start; length > 0; length--)
                if (text[(end + 1)..].StartsWith(text[(end - length)..end], StringComparison.Ordinal)) return true;
        var word = text[start] == '不' ? text[(start + 1)..end] : text[start..end];
        var before = text[start] == '不' ? start : start - 1;
        return before > 0 && text[before] == '不' && word.Length > 0 && text[..before].EndsWith(word, StringComparison.Ordinal);
    }
}
