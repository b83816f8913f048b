using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>The opinions of one text and their evidence, in buffers that are reused.</summary>
internal sealed class OpinionWorkspace
{
    internal OpinionDraft[] Drafts = new OpinionDraft[16];
    internal int DraftCount;

    /// <summary>The first clause that asks for something; length 0 when none does.</summary>
    internal TextSpan Suggestion;

    internal EvidenceMark[] Evidence = new EvidenceMark[64];
    internal int EvidenceCount;

    /// <summary>Targets named in the clause at hand.</summary>
    internal TargetMark[] Targets = new TargetMark[8];
    internal int TargetCount;

    internal void Clear()
    {
        DraftCount = EvidenceCount = TargetCount = 0;
        Suggestion = default;
    }

    internal void AddDraft(OpinionDraft draft)
    {
        if (DraftCount == Drafts.Length) Array.Resize(ref Drafts, DraftCount * 2);
        Drafts[DraftCount++] = draft;
    }

    /// <summary>Adds a step and returns the score it ends at.</summary>
    internal float AddStep(EvidenceKind kind, in TermEntry rule, TextSpan span, float before, float after)
    {
        if (EvidenceCount == Evidence.Length) Array.Resize(ref Evidence, EvidenceCount * 2);
        Evidence[EvidenceCount++] = new EvidenceMark(kind, rule.Source, rule.Line, span, before, after);
        return after;
    }

    /// <summary>Adds a step that the trained model made, and returns the score it ends at.</summary>
    internal float AddModelStep(int cell, TextSpan span, float before, float after)
    {
        if (EvidenceCount == Evidence.Length) Array.Resize(ref Evidence, EvidenceCount * 2);
        Evidence[EvidenceCount++] = new EvidenceMark(EvidenceKind.Model, EvidenceMark.ModelSource, cell, span, before, after);
        return after;
    }

    internal void AddTarget(TargetMark target)
    {
        if (TargetCount == Targets.Length) Array.Resize(ref Targets, TargetCount * 2);
        Targets[TargetCount++] = target;
    }
}

/// <summary>A target named in the text.</summary>
internal struct TargetMark
{
    internal TextSpan Span;
    internal ushort Attribute;

    /// <summary>Stage that the term's row names, or <see cref="TermEntry.NoStage"/>.</summary>
    internal byte Stage;

    /// <summary>Whether an opinion has been voiced about it.</summary>
    internal bool IsEvaluated;
}
