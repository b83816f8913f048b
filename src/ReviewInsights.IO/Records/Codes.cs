namespace ReviewInsights.IO.Records;

/// <summary>The words that stand for enumerations in records. Part of the contract, therefore spelled out.</summary>
internal static class Codes
{
    public static string ToCode(this Polarity polarity) => polarity switch
    {
        Polarity.Positive => "positive",
        Polarity.Negative => "negative",
        Polarity.Neutral => "neutral",
        Polarity.Mixed => "mixed",
        _ => throw new ArgumentOutOfRangeException(nameof(polarity), polarity, "not a polarity"),
    };

    public static Polarity? ToPolarity(string code) => code switch
    {
        "positive" => Polarity.Positive,
        "negative" => Polarity.Negative,
        "neutral" => Polarity.Neutral,
        "mixed" => Polarity.Mixed,
        _ => null,
    };

    public static string ToCode(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Lexicon => "lexicon",
        EvidenceKind.Negation => "negation",
        EvidenceKind.Degree => "degree",
        EvidenceKind.Contrast => "contrast",
        EvidenceKind.Hypothetical => "hypothetical",
        EvidenceKind.Question => "question",
        EvidenceKind.Model => "model",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of evidence"),
    };
}
