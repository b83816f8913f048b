namespace ReviewInsights;

/// <summary>What kind of rule contributed to an opinion's score.</summary>
public enum EvidenceKind : byte
{
    /// <summary>A term of the lexicon brought its valence in.</summary>
    Lexicon = 0,

    /// <summary>A negator reversed or cancelled the valence (不, 没有, 谈不上).</summary>
    Negation = 1,

    /// <summary>A degree word strengthened or weakened it (很, 有点, 极了).</summary>
    Degree = 2,

    /// <summary>A contrast weighed the clause (虽然 … 但是 …).</summary>
    Contrast = 3,

    /// <summary>A wish, condition or hearsay took force away (希望, 如果, 听说).</summary>
    Hypothetical = 4,

    /// <summary>A question took force away (好用吗).</summary>
    Question = 5,

    /// <summary>A trained model moved the score.</summary>
    Model = 6,
}
