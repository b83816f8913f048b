using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>Web and mail addresses, which are one token.</summary>
internal static class WebAddress
{
    /// <summary>Where the web address that begins at <paramref name="start"/> ends, or <paramref name="start"/> where none does.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, int start)
    {
        if ((text[start] | 0x20) is not ('h' or 'w')) return start;
        var rest = text[start..];
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return start;
        var end = start;
        while (end < text.Length && text[end] is > ' ' and <= '~' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}')) end++;
        // What closes a sentence or a bracket is not the address's own.
        while (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'') end--;
        return end;
    }

    /// <summary>Where the mail address whose @ stands at <paramref name="at"/> ends, or <paramref name="at"/> where it is none.</summary>
    internal static int MailEndOf(ReadOnlySpan<char> text, int at)
    {
        var hasDot = false;
        var end = at + 1;
        for (; end < text.Length; end++)
        {
            if (char.IsAsciiLetterOrDigit(text[end])) continue;
            if (text[end] is not ('.' or '-') || end == at + 1 || end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])) break;
            hasDot |= text[end] == '.';
        }
        return hasDot ? end : at;
    }
}
