using System.Globalization;
using System.Text;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Databases;

/// <summary>
/// Makes texts such as databases store: what they refuse, or would cut a text at, is replaced one for one, so that spans still
/// point where they did, and counted.
/// </summary>
internal sealed class StorableText
{
    private const char Replacement = '\ufffd';
    private const string ReplacementEscape = "\\ufffd";
    private const int EscapeLength = 6;

    /// <summary>Texts that were not left as they were.</summary>
    public WriteLosses Losses { get; private set; }

    /// <summary>The text without NUL and without halves of surrogate pairs.</summary>
    public string Of(string text)
    {
        var hasNull = text.Contains('\0', StringComparison.Ordinal);
        var hasLone = Surrogates.HasLone(text);
        if (!hasNull && !hasLone)
            return text;
        Losses = Losses.Merge(new WriteLosses(0, hasLone ? 1 : 0, hasNull ? 1 : 0, 0));
        var storable = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (Surrogates.IsPair(text, i))
                i++;
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
                storable[i] = Replacement;
        }

        return storable.ToString();
    }

    /// <summary>
    /// A record of ours without the escapes for NUL and for halves of surrogate pairs, which PostgreSQL refuses in JSON that it is
    /// to look into.
    /// </summary>
    public string OfJson(string json)
    {
        StringBuilder? storable = null;
        var (nulls, lone) = (0, 0);
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0; at = json.IndexOf('\\', at))
        {
            if (json[at + 1] != 'u')
            {
                at += 2;
                continue;
            }

            var code = CodeAt(json, at);
            if (char.IsHighSurrogate(code) && json[at + EscapeLength] == '\\' && json[at + EscapeLength + 1] == 'u' && char.IsLowSurrogate(CodeAt(json, at + EscapeLength)))
            {
                at += 2 * EscapeLength;
                continue;
            }

            if (code == '\0' || char.IsSurrogate(code))
            {
                storable ??= new StringBuilder(json);
                storable.Remove(at, EscapeLength).Insert(at, ReplacementEscape);
                nulls |= code == '\0' ? 1 : 0;
                lone |= code == '\0' ? 0 : 1;
            }

            at += EscapeLength;
        }

        Losses = Losses.Merge(new WriteLosses(0, lone, nulls, 0));
        return storable?.ToString() ?? json;
    }

    private static char CodeAt(string json, int escape) =>
        (char)ushort.Parse(json.AsSpan(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
