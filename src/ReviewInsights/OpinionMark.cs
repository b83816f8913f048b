namespace ReviewInsights;

/// <summary>An opinion as the session keeps it: ids instead of names, no object. See <see cref="Opinion"/> for the meaning.</summary>
/// <param name="AttributeId">Index into aspects followed by attributes of <see cref="LexiconInfo"/>.</param>
/// <param name="AspectId">Index into <see cref="LexiconInfo.Aspects"/>.</param>
/// <param name="StageId">Index into <see cref="LexiconInfo.Stages"/>, or <see cref="NoStage"/>.</param>
/// <param name="Polarity">Positive, negative or neutral.</param>
/// <param name="Score">In [-1, 1].</param>
/// <param name="Confidence">In [0, 1].</param>
/// <param name="Clause">The clause.</param>
/// <param name="Target">The wording that names the aspect; length 0 when there is none.</param>
/// <param name="Expression">The shortest span that carries the opinion.</param>
/// <param name="FirstEvidence">Index of its first step among those of the review.</param>
/// <param name="EvidenceCount">Number of steps.</param>
public readonly record struct OpinionMark(
    ushort AttributeId,
    ushort AspectId,
    byte StageId,
    Polarity Polarity,
    float Score,
    float Confidence,
    TextSpan Clause,
    TextSpan Target,
    TextSpan Expression,
    int FirstEvidence,
    int EvidenceCount)
{
    /// <summary>Stage id of an opinion that belongs to no stage.</summary>
    public const byte NoStage = byte.MaxValue;
}

/// <summary>A step of evidence as the session keeps it. See <see cref="Evidence"/> for the meaning.</summary>
/// <param name="Kind">What kind of rule made the step.</param>
/// <param name="Source">Index of the lexicon file.</param>
/// <param name="Line">Line in the lexicon file, 1-based; 0 for a rule of grammar that no row triggers.</param>
/// <param name="Span">The wording that triggered it.</param>
/// <param name="Before">Score before the step.</param>
/// <param name="After">Score after the step.</param>
public readonly record struct EvidenceMark(EvidenceKind Kind, ushort Source, int Line, TextSpan Span, float Before, float After)
{
    /// <summary><see cref="Source"/> of a step by the trained model; <see cref="Line"/> is then the number of the (aspect, polarity) it speaks for.</summary>
    public const ushort ModelSource = ushort.MaxValue;
}
