using System.Collections.Immutable;
using System.Text.Json;
using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Decoding;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Json;

/// <summary>Reads records that <see cref="NdjsonFormat"/> wrote. Properties it does not know are skipped, so records may grow.</summary>
internal sealed class TaggedRecordReader(string name, LineReader lines)
{
    private readonly JsonLine _parser = new();
    private long _rows;

    /// <summary>Whether the current line is a tagged record, or the answer to a rejected row.</summary>
    public static bool IsTagged(LineReader lines)
    {
        using var document = new JsonLine().Parse(lines, out _, out _);
        return document is not null && document.RootElement.TryGetProperty("v", out _)
            && (document.RootElement.TryGetProperty("overall", out _) || document.RootElement.TryGetProperty("error", out _));
    }

    public IEnumerable<TaggedRow> Read()
    {
        while (lines.TryRead())
        {
            if (!lines.Current.IsWhiteSpace())
                yield return ReadRow();
        }
    }

    private TaggedRow ReadRow()
    {
        _rows++;
        using var document = _parser.Parse(lines, out var column, out var problem);
        if (document is null)
            return Reject(column, problem);
        try
        {
            var record = document.RootElement;
            if (OptionalText(record, "error") is { } error)
                return Reject(column: null, $"the row was rejected when it was tagged: {error}");
            if (Member(record, "v").GetInt32() != NdjsonFormat.Version)
                return Reject(column: null, $"the record has version {Member(record, "v").GetRawText()}; {NdjsonFormat.Version} can be read");
            return new TaggedRow(_rows, lines.LineNumber, ToReview(record), Rejection: null);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // How JsonElement says that a value has another type or range than asked for.
            return Reject(column: null, $"not a tagged record: {e.Message}");
        }
    }

    private TaggedRow Reject(int? column, string reason) =>
        new(_rows, lines.LineNumber, null, new RowRejection(name, _rows, lines.LineNumber, column, reason, lines.Current.ToString()));

    private static TaggedReview ToReview(JsonElement record)
    {
        var overall = Member(record, "overall");
        var opinions = Member(record, "opinions").EnumerateArray().Select(ToOpinion).ToImmutableArray();
        return new TaggedReview(
            ToMetadata(record),
            new OverallPolarity(ToPolarity(Member(overall, "polarity")), Score(overall, "score"), Score(overall, "confidence")),
            [.. Member(record, "aspects").EnumerateObject().Select(a => new AspectPolarity(a.Name, ToPolarity(a.Value)))],
            opinions,
            [.. Member(record, "stages").EnumerateObject().Select(s => new StageScore(
                s.Name, Rounding.Score(s.Value.GetDouble()), Math.Max(1, opinions.Count(o => o.Stage == s.Name))))],
            OptionalSpan(record, "suggestion"),
            OptionalText(record, "lexicon") ?? "");
    }

    private static Review ToMetadata(JsonElement record) => new(Text(record, "id"), OptionalText(record, "text") ?? "")
    {
        CreatedAt = OptionalText(record, "created_at") is { } time ? ToTime(time) : null,
        Rating = record.TryGetProperty("rating", out var rating) ? rating.GetDouble() : null,
        ProductId = OptionalText(record, "product_id"),
        Brand = OptionalText(record, "brand"),
        Category = OptionalText(record, "category"),
        Channel = OptionalText(record, "channel"),
        OrderId = OptionalText(record, "order_id"),
        Batch = OptionalText(record, "batch"),
        UserId = OptionalText(record, "user_id"),
    };

    private static TaggedOpinion ToOpinion(JsonElement opinion) => new(
        Text(opinion, "aspect"),
        OptionalText(opinion, "attribute"),
        ToPolarity(Member(opinion, "polarity")),
        Score(opinion, "score"),
        Score(opinion, "confidence"),
        Text(opinion, "stage"),
        ToSpan(Member(opinion, "clause")),
        OptionalSpan(opinion, "target"),
        ToSpan(Member(opinion, "expression")));

    private static DateTimeOffset ToTime(string time) => TimeText.TryParse(time, TimeSpan.Zero, out var parsed)
        ? parsed
        : throw new FormatException($"created_at '{time}' is not a time");

    private static Polarity ToPolarity(JsonElement code) => Codes.ToPolarity(code.ValueKind == JsonValueKind.String ? JsonStrings.Read(code) : "")
        ?? throw new FormatException($"polarity {code.GetRawText()} is none of positive, negative, neutral and mixed");

    private static double Score(JsonElement parent, string property) => Member(parent, property).GetDouble() is >= -1 and <= 1 and var score
        ? Rounding.Score(score)
        : throw new FormatException($"{property} {Member(parent, property).GetRawText()} is not within -1 and 1");

    private static TextSpan ToSpan(JsonElement pair) => pair.GetArrayLength() == 2
        ? new TextSpan(pair[0].GetInt32(), pair[1].GetInt32())
        : throw new FormatException($"span {pair.GetRawText()} is not [start, length]");

    private static TextSpan? OptionalSpan(JsonElement parent, string property) =>
        parent.TryGetProperty(property, out var pair) && pair.ValueKind != JsonValueKind.Null ? ToSpan(pair) : null;

    private static string Text(JsonElement parent, string property) =>
        OptionalText(parent, property) ?? throw new FormatException($"property \"{property}\" is missing");

    private static string? OptionalText(JsonElement parent, string property)
    {
        if (!parent.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? JsonStrings.Read(value)
            : throw new FormatException($"property \"{property}\" is {JsonLine.Describe(value.ValueKind)}, not a string");
    }

    private static JsonElement Member(JsonElement parent, string property) =>
        parent.TryGetProperty(property, out var value) ? value : throw new FormatException($"property \"{property}\" is missing");
}
