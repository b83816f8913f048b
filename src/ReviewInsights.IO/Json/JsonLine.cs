using System.Text;
using System.Text.Json;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Json;

/// <summary>Parses lines as JSON objects, over one buffer that is reused.</summary>
internal sealed class JsonLine
{
    private byte[] _utf8 = new byte[4 * 1024];

    /// <summary>The object on the current line of <paramref name="lines"/>, or why there is none.</summary>
    /// <remarks>The document is valid until the next call and must be disposed.</remarks>
    public JsonDocument? Parse(LineReader lines, out int? column, out string problem)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(lines.Current.Length);
        if (needed > _utf8.Length)
            _utf8 = new byte[needed];
        var length = Encoding.UTF8.GetBytes(lines.Current, _utf8);
        try
        {
            var document = JsonDocument.Parse(_utf8.AsMemory(0, length));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                (column, problem) = (null, "");
                return document;
            }

            (column, problem) = (null, $"the line is not a JSON object but {Describe(document.RootElement.ValueKind)}");
            document.Dispose();
            return null;
        }
        catch (JsonException e)
        {
            // The parser counts bytes of its own buffer; people count characters of the line.
            var bytes = (int)Math.Min(e.BytePositionInLine ?? 0, length);
            column = Encoding.UTF8.GetCharCount(_utf8, 0, bytes) + 1;
            problem = $"invalid JSON: {WithoutPosition(e.Message)}";
            return null;
        }
    }

    /// <summary>The kind of a value in words.</summary>
    public static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.True or JsonValueKind.False => "a truth value",
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    private static string WithoutPosition(string message)
    {
        var at = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }
}
