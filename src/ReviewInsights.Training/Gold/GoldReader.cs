using System.Collections.Immutable;
using System.Text.Json;

namespace ReviewInsights.Training;

/// <summary>Reads annotated reviews: JSON, one object a line. Stateless.</summary>
public static class GoldReader
{
    /// <summary>
    /// Reads all reviews. Each line has <c>id</c>, <c>text</c> and <c>opinions</c> (aspect, polarity, span as [start, length] in
    /// UTF-16 code units, and stage where known), and where known <c>category</c>, <c>overall</c> and <c>suggestion</c>.
    /// </summary>
    /// <param name="reader">The text; read to its end and left open.</param>
    /// <param name="sourceName">Name used in error messages.</param>
    /// <exception cref="ImportFormatException">A line is not such an object; the message names file and line.</exception>
    public static IReadOnlyList<GoldReview> Read(TextReader reader, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var reviews = new List<GoldReview>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var document = JsonDocument.Parse(line);
                reviews.Add(ReadReview(document.RootElement));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new ImportFormatException(sourceName, number, 1, $"not an annotated review (id, text, opinions with aspect, polarity and span): {e.Message}");
            }
        }
        return reviews;
    }

    private static GoldReview ReadReview(JsonElement json)
    {
        var text = json.GetProperty("text").GetString()!;
        var opinions = ImmutableArray.CreateBuilder<GoldOpinion>();
        foreach (var opinion in json.GetProperty("opinions").EnumerateArray()) opinions.Add(ReadOpinion(opinion, text));
        return new GoldReview(
            json.GetProperty("id").ToString(),
            Optional(json, "category") ?? "",
            text,
            Optional(json, "overall"),
            json.TryGetProperty("suggestion", out var suggestion) && suggestion.ValueKind is JsonValueKind.True or JsonValueKind.False ? suggestion.GetBoolean() : null,
            opinions.DrainToImmutable());
    }

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static GoldOpinion ReadOpinion(JsonElement json, string text)
    {
        var span = json.GetProperty("span");
        var (start, length) = (span[0].GetInt32(), span[1].GetInt32());
        if (start < 0 || length < 0 || start + length > text.Length) throw new FormatException($"span [{start},{length}] lies outside the text");
        var polarity = json.GetProperty("polarity").GetString() switch
        {
            "positive" => Polarity.Positive,
            "negative" => Polarity.Negative,
            "neutral" => Polarity.Neutral,
            var other => throw new FormatException($"polarity '{other}' is not one of: positive, negative, neutral"),
        };
        return new GoldOpinion(json.GetProperty("aspect").GetString()!, polarity, Optional(json, "stage"), new TextSpan(start, length));
    }
}
