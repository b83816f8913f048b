using System.Buffers;
using System.Globalization;
using System.Text;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>
/// Texts as cells of a workbook carry them: characters that XML cannot carry stand as <c>_xHHHH_</c> (ISO/IEC 29500, ST_Xstring),
/// and an underscore that would be read as the start of such an escape stands as one itself. Nothing is lost but what is too long.
/// </summary>
internal static class SheetText
{
    /// <summary>How many UTF-16 code units a cell holds.</summary>
    public const int MaxLength = 32_767;

    private const int EscapeLength = 7;

    // Carriage returns too: XML readers turn them into line feeds.
    private static readonly SearchValues<char> NeedsCare = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except(['\t', '\n']).Concat(Enumerable.Range(0xD800, 0x800)).Concat([0xFFFE, 0xFFFF, '_']).Select(c => (char)c)]);

    /// <summary>The text as far as a cell holds it; never half a surrogate pair more.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        return Surrogates.IsPair(text, MaxLength - 1) ? text[..(MaxLength - 1)] : text[..MaxLength];
    }

    /// <summary>The text with escapes, for an XML writer, which does the rest.</summary>
    public static string Escape(string text)
    {
        var next = text.AsSpan().IndexOfAny(NeedsCare);
        if (next < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i < next || !NeedsCare.Contains(text[i]))
                escaped.Append(text[i]);
            else if (Surrogates.IsPair(text, i))
                escaped.Append(text[i]).Append(text[++i]);
            else if (text[i] == '_' && !ReadsAsEscape(text, i))
                escaped.Append('_');
            else
                escaped.Append("_x").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
        }

        return escaped.ToString();
    }

    // The underscore that ends it may also be the first of the next escape.
    private static bool ReadsAsEscape(string text, int at)
    {
        if (at + EscapeLength > text.Length || text[at + 1] is not ('x' or 'X'))
            return false;
        for (var i = at + 2; i < at + EscapeLength - 1; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]))
                return false;
        }

        var end = at + EscapeLength - 1;
        return NeedsCare.Contains(text[end]) && !Surrogates.IsPair(text, end);
    }
}
