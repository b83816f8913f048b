using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>An opinion before its stage is known.</summary>
internal struct OpinionDraft
{
    internal ushort Attribute;
    internal float Score;
    internal int Clause;
    internal TextSpan Target;
    internal TextSpan Expression;
    internal int FirstEvidence;
    internal int EvidenceCount;

    /// <summary>Stage that the opinion word's own row names, or <see cref="TermEntry.NoStage"/>.</summary>
    internal byte WordStage;

    /// <summary>Stage that the target's row names, or <see cref="TermEntry.NoStage"/>.</summary>
    internal byte TargetStage;
}
