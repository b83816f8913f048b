namespace ReviewInsights.Privacy;

/// <summary>E-mail addresses.</summary>
internal static class MailAddress
{
    /// <summary>Longest domain (RFC 1035).</summary>
    private const int MaxDomain = 255;

    /// <summary>Where the name before the @ would end that begins at <paramref name="start"/>.</summary>
    internal static int NameEnd(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        while (at < text.Length && (Glyph.IsWordPart(text[at]) || Glyph.Fold(text[at]) is '.' or '_' or '-' or '+' or '%')) at++;
        return at;
    }

    /// <summary>Where the address ends whose name ends at <paramref name="at"/>, or 0 where none does.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || Glyph.Fold(text[at]) != '@') return 0;
        var (end, label, last) = (0, at + 1, Math.Min(text.Length, at + 1 + MaxDomain));
        for (var next = label; next < last; next++)
        {
            if (Glyph.IsWordPart(text[next]) || (Glyph.Fold(text[next]) == '-' && next > label)) continue;
            if (Glyph.Fold(text[next]) != '.' || next == label) return Longer(text, at, label, next, end);
            end = Longer(text, at, label, next, end);
            label = next + 1;
        }
        return Longer(text, at, label, last, end);
    }

    /// <summary>The end of the label where it can be the last one, else <paramref name="end"/>: mail.example and not mail.</summary>
    private static int Longer(ReadOnlySpan<char> text, int at, int label, int next, int end)
    {
        if (label == at + 1 || next - label < 2 || Glyph.GoesOn(text, next)) return end;
        foreach (var c in text[label..next])
            if (!Glyph.IsLetter(c)) return end;
        return next;
    }
}
