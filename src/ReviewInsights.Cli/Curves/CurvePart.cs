using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using ReviewInsights.IO.Json;

namespace ReviewInsights.Cli.Curves;

/// <summary>What one run of <c>curve --partial</c> has gathered, to be merged elsewhere.</summary>
/// <param name="By">One of <see cref="CurveGrouping.Names"/>, or null where nothing was grouped.</param>
/// <param name="Lexicons">Versions of the lexicons the reviews were tagged with, in ordinal order.</param>
/// <param name="StrangeStages">Opinions that were left out, by their stage, in ordinal order.</param>
/// <param name="State">The state of the curves, as the aggregator saves it.</param>
/// <remarks>
/// <para>A part is one line of JSON, and a file may hold any number of them: files of parts can be put behind each other.</para>
/// <code>{"part":"review-insights curve","v":1,"by":"product","lexicons":["zh-…"],"strange_stages":[["拆箱",3]],"state":{…}}</code>
/// <para>Equal reviews give equal bytes, in any order and on any number of threads.</para>
/// </remarks>
internal sealed record CurvePart(string? By, ImmutableArray<string> Lexicons, ImmutableArray<(string Stage, long Opinions)> StrangeStages, ReadOnlyMemory<byte> State)
{
    public const int Version = 1;

    private const string Kind = "review-insights curve";

    public void Write(Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, JsonStrings.CodeOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("part", Kind);
            writer.WriteNumber("v", Version);
            writer.WriteString("by", By);
            writer.WriteStartArray("lexicons");
            foreach (var lexicon in Lexicons) writer.WriteRawValue(JsonStrings.Quote(lexicon), skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteStartArray("strange_stages");
            foreach (var (stage, opinions) in StrangeStages)
            {
                writer.WriteStartArray();
                writer.WriteRawValue(JsonStrings.Quote(stage), skipInputValidation: true);
                writer.WriteNumberValue(opinions);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
            writer.WritePropertyName("state");
            writer.WriteRawValue(State.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>The parts of a file, one a line. One of them is in memory at a time.</summary>
    /// <param name="file">Read to its end and left open.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="InvalidDataException">It holds no part, or something else, or a part of another version or a damaged one.</exception>
    public static IEnumerable<CurvePart> ReadAll(Stream file, string name)
    {
        var number = 0;
        foreach (var line in Lines(file, name))
            yield return Read(line, $"{name}:{++number}");
        if (number == 0) throw new InvalidDataException($"{name}: the file is empty; curve --partial writes at least one line");
    }

    /// <summary>Whether the state is one of another journey; to be asked where it cannot be merged.</summary>
    public bool HasOtherStages(IEnumerable<string> stages)
    {
        using var document = JsonDocument.Parse(State);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("stages", out var own)
            && own.ValueKind == JsonValueKind.Array
            && !own.EnumerateArray().Select(stage => stage.ToString()).SequenceEqual(stages, StringComparer.Ordinal);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream file, string name)
    {
        var buffer = new byte[64 * 1024];
        var line = new ArrayBufferWriter<byte>();
        while (file.Read(buffer) is > 0 and var count)
        {
            var rest = buffer.AsMemory(0, count);
            for (var end = rest.Span.IndexOf((byte)'\n'); end >= 0; end = rest.Span.IndexOf((byte)'\n'))
            {
                line.Write(rest.Span[..end]);
                yield return line.WrittenMemory;
                // Whoever has the line keeps its memory.
                line = new ArrayBufferWriter<byte>();
                rest = rest[(end + 1)..];
            }

            if (line.WrittenCount > Array.MaxLength - count)
                throw new InvalidDataException($"{name}: a line is longer than 2 GB; parts with fewer groups are right");
            line.Write(rest.Span);
        }

        if (line.WrittenCount > 0) yield return line.WrittenMemory;
    }

    private static CurvePart Read(ReadOnlyMemory<byte> line, string place)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (!root.TryGetProperty("part", out var kind) || !kind.ValueEquals(Kind))
                throw new InvalidDataException($"{place}: this is no part of a curve; curve --partial writes them");
            if (root.GetProperty("v").GetInt32() is not Version and var other)
                throw new InvalidDataException($"{place}: the part has version {other}; this tool reads version {Version}");
            var by = root.GetProperty("by").GetString();
            if (by is not null && !CurveGrouping.Names.Contains(by, StringComparer.Ordinal))
                throw new InvalidDataException($"{place}: the part is grouped by '{by}'; {string.Join(", ", CurveGrouping.Names)} are known");
            return new CurvePart(
                by,
                [.. root.GetProperty("lexicons").EnumerateArray().Select(Text)],
                [.. root.GetProperty("strange_stages").EnumerateArray().Select(entry => (Text(entry[0]), Count(entry[1])))],
                Slice(line, JsonMarshal.GetRawUtf8Value(root.GetProperty("state"))));
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{place}: this is no part of a curve, or a damaged one: {e.Message}", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // How JsonElement says that a value is missing, or has another type or range than asked for.
            throw new InvalidDataException($"{place}: the part is damaged: {e.Message}", e);
        }
    }

    // The document has no copy of the line, so that a part of it is there already.
    private static ReadOnlyMemory<byte> Slice(ReadOnlyMemory<byte> line, ReadOnlySpan<byte> value) =>
        line.Span.Overlaps(value, out var at) ? line.Slice(at, value.Length) : value.ToArray();

    private static long Count(JsonElement element) =>
        element.GetInt64() is >= 0 and var count ? count : throw new FormatException($"{element.GetRawText()} is no number of opinions");

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? JsonStrings.Read(element)
        : throw new FormatException($"{element.GetRawText()} is no string");
}
