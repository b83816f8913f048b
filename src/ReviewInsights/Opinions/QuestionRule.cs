using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>好用吗? asks; it does not praise.</summary>
internal static class QuestionRule
{
    private const float Remainder = 0.1f;

    internal static float Apply(float score, in ClauseTerms terms, OpinionWorkspace work)
    {
        for (var i = 0; i < terms.Hits.Length; i++)
            if (terms.TryGet(i, TermKind.Question, out var entry))
                return work.AddStep(EvidenceKind.Question, entry, terms.SpanOf(i), score, score * Remainder);
        return score;
    }
}
