using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ReviewInsights.Analytics.Curves;

/// <summary>
/// The state of curves as JSON, so that shards can be collected on many machines and merged on one. Groups and counters are
/// written in ordinal order: equal states, equal bytes.
/// </summary>
internal static class PartialState
{
    internal const int Version = 1;

    internal static void Write(Utf8JsonWriter writer, IReadOnlyList<string> stages, IEnumerable<KeyValuePair<string, CurveState>> groups)
    {
        writer.WriteStartObject();
        writer.WriteNumber("curves", Version);
        writer.WriteStartArray("stages");
        foreach (var stage in stages) writer.WriteStringValue(stage);
        writer.WriteEndArray();
        writer.WriteStartArray("groups");
        foreach (var (key, state) in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("key");
            WriteText(writer, key);
            state.Write(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote and hands each group on.</summary>
    /// <exception cref="InvalidDataException">It is no state of this version, of other stages, or damaged.</exception>
    internal static void Read(Stream source, IReadOnlyList<string> stages, Func<string, CurveState> stateOf)
    {
        try
        {
            using var document = JsonDocument.Parse(source);
            var root = document.RootElement;
            if (!root.TryGetProperty("curves", out var version)) throw new InvalidDataException("This is no state of curves: it has no \"curves\" with a version.");
            if (version.GetInt32() != Version)
                throw new InvalidDataException($"The state of curves has version {version.GetRawText()}; this library reads version {Version}.");
            var written = root.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString()).ToArray();
            if (!written.SequenceEqual(stages, StringComparer.Ordinal))
                throw new InvalidDataException($"The state of curves has the stages {string.Join(", ", written)}; asked for were {string.Join(", ", stages)}.");
            foreach (var group in root.GetProperty("groups").EnumerateArray())
                stateOf(ReadText(group.GetProperty("key"))).Read(group);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"The state of curves is damaged: {e.Message}", e);
        }
    }

    /// <summary>
    /// Writes a key. One with half a surrogate pair, as truncated exports have them, cannot stand in a JSON string: it becomes the
    /// array of its code units, so that groups which are two stay two.
    /// </summary>
    internal static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (!text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        foreach (var unit in text) writer.WriteNumberValue(unit);
        writer.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteText"/> wrote.</summary>
    internal static string ReadText(JsonElement text) => text.ValueKind == JsonValueKind.Array
        ? string.Concat(text.EnumerateArray().Select(unit => (char)unit.GetUInt16()))
        : text.GetString() ?? throw new FormatException("a key is null");

    /// <summary>A number of reviews.</summary>
    internal static long ReadCount(JsonElement count) =>
        count.GetInt64() is >= 0 and var number ? number : throw new FormatException($"{count.GetRawText()} is no number of reviews");

    internal static void WriteNumbers(Utf8JsonWriter writer, string name, ReadOnlySpan<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    internal static void WriteNumbers(Utf8JsonWriter writer, string name, ReadOnlySpan<Int128> numbers)
    {
        // As text: JSON readers elsewhere keep fifty-three bits of a number.
        writer.WriteStartArray(name);
        foreach (var number in numbers) writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndArray();
    }

    /// <summary>Adds the numbers of reviews of an array to those there are.</summary>
    internal static void AddCounts(JsonElement parent, string name, Span<long> numbers)
    {
        var array = ArrayOf(parent, name, numbers.Length);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = checked(numbers[i] + ReadCount(array[i]));
    }

    /// <summary>Adds the numbers of an array to those there are.</summary>
    internal static void AddNumbers(JsonElement parent, string name, Span<long> numbers)
    {
        var array = ArrayOf(parent, name, numbers.Length);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = checked(numbers[i] + array[i].GetInt64());
    }

    internal static void AddNumbers(JsonElement parent, string name, Span<Int128> numbers)
    {
        var array = ArrayOf(parent, name, numbers.Length);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = checked(numbers[i] + Int128.Parse(ReadText(array[i]), CultureInfo.InvariantCulture));
    }

    private static JsonElement ArrayOf(JsonElement parent, string name, int length)
    {
        var array = parent.GetProperty(name);
        return array.GetArrayLength() == length ? array : throw new FormatException($"\"{name}\" has {array.GetArrayLength()} numbers instead of {length}");
    }
}
