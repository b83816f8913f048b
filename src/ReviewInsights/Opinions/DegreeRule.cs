using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>Degree words: 很好 is more than 好, 有点贵 is less than 贵, and 太大 makes 大 a complaint.</summary>
internal static class DegreeRule
{
    /// <summary>A degree word stands right before what it modifies; one character may come between (太 的 …, 很 是 …).</summary>
    private const int MaxGap = 1;

    /// <summary>Index of the degree word before the term, or -1.</summary>
    internal static int FindBefore(in ClauseTerms terms, int hit)
    {
        var before = hit - 1;
        return before >= 0 && terms.Gap(before, hit) <= MaxGap && terms.TryGet(before, TermKind.Degree, out var degree)
            && degree.Variant != (byte)DegreeKind.Post
            ? before
            : -1;
    }

    /// <summary>Index of the degree word behind the term (好极了, 贵得离谱), or -1.</summary>
    internal static int FindBehind(in ClauseTerms terms, int hit)
    {
        var behind = hit + 1;
        return behind < terms.Hits.Length && terms.Gap(hit, behind) <= MaxGap && terms.TryGet(behind, TermKind.Degree, out var degree)
            && degree.Variant == (byte)DegreeKind.Post
            ? behind
            : -1;
    }

    internal static bool IsExcess(in ClauseTerms terms, int degree) =>
        degree >= 0 && terms.TryGet(degree, TermKind.Degree, out var entry) && entry.Variant == (byte)DegreeKind.Excess;

    internal static float Apply(float score, in ClauseTerms terms, int degree, OpinionWorkspace work)
    {
        if (degree < 0 || !terms.TryGet(degree, TermKind.Degree, out var entry)) return score;
        return work.AddStep(EvidenceKind.Degree, entry, terms.SpanOf(degree), score, Math.Clamp(score * entry.Value, -1, 1));
    }
}
