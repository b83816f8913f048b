using System.Text;

namespace ReviewInsights.IO.Json;

/// <summary>The parts of a record that are the same for every review, as UTF-8 with quotes and escapes. Immutable.</summary>
internal sealed class RecordFragments(LexiconInfo lexicon)
{
    /// <summary>Codes of the aspects, as JSON strings.</summary>
    public byte[][] Aspects { get; } = [.. lexicon.Aspects.Select(JsonStrings.EncodeCode)];

    /// <summary>Codes of aspects and attributes, by attribute id, as JSON strings.</summary>
    public byte[][] Attributes { get; } = [.. lexicon.Aspects.Concat(lexicon.Attributes).Select(JsonStrings.EncodeCode)];

    /// <summary>Codes of the stages, as JSON strings.</summary>
    public byte[][] Stages { get; } = [.. lexicon.Stages.Select(JsonStrings.EncodeCode)];

    /// <summary>What closes a record: the lexicon's version and the line end.</summary>
    public byte[] End { get; } = Encoding.UTF8.GetBytes($",\"lexicon\":{JsonStrings.Quote(lexicon.Version)}}}\n");

    /// <summary>The code of a polarity, as a JSON string.</summary>
    public static ReadOnlySpan<byte> Of(Polarity polarity) => polarity switch
    {
        Polarity.Positive => "\"positive\""u8,
        Polarity.Negative => "\"negative\""u8,
        Polarity.Neutral => "\"neutral\""u8,
        Polarity.Mixed => "\"mixed\""u8,
        _ => throw new ArgumentOutOfRangeException(nameof(polarity), polarity, "not a polarity"),
    };

    /// <summary>The stage of an opinion that has none of its own, as a JSON string.</summary>
    public static ReadOnlySpan<byte> StageOf(string? knownStage) => knownStage is null ? "\"none\""u8 : JsonStrings.EncodeCode(knownStage);
}
