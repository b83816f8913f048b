using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReviewInsights.IO.Json;

/// <summary>
/// JSON strings without loss: the framework refuses to read, and cannot write, half a surrogate pair, which truncated exports
/// contain; and it escapes every emoji, which makes reviews unreadable.
/// </summary>
internal static class JsonStrings
{
    /// <summary>How the framework writes records: their codes go through this encoder, texts through <see cref="Quote"/>.</summary>
    public static readonly JsonWriterOptions CodeOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private const string Hex = "0123456789abcdef";

    // U+2028 and U+2029 end a line in older script engines; records get pasted into pages.
    private static readonly SearchValues<char> NeedsCare = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat([0x22, 0x5C, 0x2028, 0x2029]).Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c)]);

    /// <summary>The string that a JSON string element stands for; lone surrogates stay what they are.</summary>
    public static string Read(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element)[1..^1];
        return raw.Contains((byte)'\\') ? Unescape(raw) : Encoding.UTF8.GetString(raw);
    }

    /// <summary>The name of a property.</summary>
    public static string ReadName(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? Unescape(raw) : Encoding.UTF8.GetString(raw);
    }

    /// <summary>Writes a string property.</summary>
    public static void Write(Utf8JsonWriter writer, string name, string value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(Quote(value), skipInputValidation: true);
    }

    /// <summary>Whether a text holds anything that cannot stand in a JSON string as it is.</summary>
    public static bool NeedsEscaping(string value) => value.AsSpan().ContainsAny(NeedsCare);

    /// <summary>The text as a JSON string.</summary>
    public static string Quote(string value) => NeedsEscaping(value) ? Escape(value) : $"\"{value}\"";

    /// <summary>A code as a JSON string in UTF-8; escaped by the framework, as codes in records are.</summary>
    public static byte[] EncodeCode(string code)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, CodeOptions))
            writer.WriteStringValue(code);
        return buffer.WrittenSpan.ToArray();
    }

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int at; (at = raw.IndexOf((byte)'\\')) >= 0;)
        {
            text.Append(Encoding.UTF8.GetString(raw[..at]));
            var code = raw[at + 1];
            text.Append(code switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)Convert.ToUInt16(Encoding.ASCII.GetString(raw.Slice(at + 2, 4)), 16),
                _ => (char)code,
            });
            raw = raw[(at + (code == (byte)'u' ? 6 : 2))..];
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    private static string Escape(string value)
    {
        var json = new StringBuilder(value.Length + 16).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                json.Append(c).Append(value[++i]);
            else if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c == '\n')
                json.Append("\\n");
            else if (c == '\r')
                json.Append("\\r");
            else if (c == '\t')
                json.Append("\\t");
            else if (NeedsCare.Contains(c))
                json.Append("\\u").Append(Hex[c >> 12]).Append(Hex[(c >> 8) & 15]).Append(Hex[(c >> 4) & 15]).Append(Hex[c & 15]);
            else
                json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
