using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>希望质量好 says nothing good about the quality: wishes, conditions and hearsay take the force away.</summary>
internal static class HypotheticalRule
{
    private const float Remainder = 0.1f;

    /// <summary>Index of the first hypothetical word before <paramref name="before"/>, or -1.</summary>
    internal static int Find(in ClauseTerms terms, int before)
    {
        if (!terms.HasAny(TermKinds.Hypothetical)) return -1;
        for (var i = 0; i < before; i++)
            if (terms.Has(i, TermKind.Hypothetical)) return i;
        return -1;
    }

    internal static float Apply(float score, in ClauseTerms terms, int hit, OpinionWorkspace work)
    {
        var cue = Find(terms, hit);
        if (cue < 0 || !terms.TryGet(cue, TermKind.Hypothetical, out var entry)) return score;
        return work.AddStep(EvidenceKind.Hypothetical, entry, terms.SpanOf(cue), score, score * Remainder);
    }

    /// <summary>Whether the clause asks seller or maker for something (希望…), rather than advising other buyers (建议大家…).</summary>
    internal static bool IsSuggestion(in ClauseTerms terms)
    {
        if (!terms.HasAny(TermKinds.Hypothetical)) return false;
        for (var i = 0; i < terms.Hits.Length; i++)
            if (terms.TryGet(i, TermKind.Hypothetical, out var entry)) return entry.Variant == (byte)HypotheticalKind.Wish;
        return false;
    }
}
