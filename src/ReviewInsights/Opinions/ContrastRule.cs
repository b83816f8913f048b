using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>虽然 A, 但是 B: A is granted, B is what counts.</summary>
internal static class ContrastRule
{
    private const float Granted = 0.8f;
    private const float Decisive = 1.2f;

    internal static float Apply(float score, in ClauseTerms terms, OpinionWorkspace work)
    {
        var link = terms.Clause.LinkHit - terms.Clause.FirstHit;
        if (terms.Clause.Link == ClauseLink.None || !terms.TryGet(link, TermKind.Contrast, out var entry)) return score;
        var factor = terms.Clause.Link == ClauseLink.Although ? Granted : Decisive;
        return work.AddStep(EvidenceKind.Contrast, entry, terms.SpanOf(link), score, Math.Clamp(score * factor, -1, 1));
    }
}
