using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>Runs that the dictionary must not cut: letters and digits, white space, repeats, emoji sequences.</summary>
internal static class RunRules
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// Where the run that begins at <paramref name="i"/> ends. Called from right to left: <paramref name="ends"/> holds the
    /// answer for all positions behind it, so that each costs constant time.
    /// </summary>
    internal static int EndOf(ReadOnlySpan<char> text, ReadOnlySpan<byte> classes, ReadOnlySpan<int> ends, int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        switch ((CharacterClass)classes[c])
        {
            case CharacterClass.Letter:
            case CharacterClass.Digit:
                if (i + 1 == text.Length) return i + 1;
                if (CharacterTable.IsWordPart((CharacterClass)classes[next])) return ends[i + 1];
                if (next is '%' or '％') return i + 2;
                if (i + 2 < text.Length && Joins(c, next, text[i + 2], classes)) return ends[i + 2];
                return i + 1;
            case CharacterClass.Space:
                return i + 1 < text.Length && (CharacterClass)classes[next] == CharacterClass.Space ? ends[i + 1] : i + 1;
            case CharacterClass.HighSurrogate:
                if (i + 1 == text.Length || !char.IsLowSurrogate(next)) return i + 1;
                return IsRegionalIndicator(c, next) && i + 3 < text.Length && IsRegionalIndicator(text[i + 2], text[i + 3])
                    ? i + 4
                    : EmojiEnd(text, classes, ends, i + 2);
            case CharacterClass.EmojiSymbol:
                return EmojiEnd(text, classes, ends, i + 1);
            default:
                // ！！！ and ~~~~ are one token; so is 好好好好, but 好好 may be a word or two.
                if (next != c || i + 1 == text.Length) return i + 1;
                if ((CharacterClass)classes[c] != CharacterClass.Han) return ends[i + 1];
                return i + 2 < text.Length && text[i + 2] == c ? Math.Max(ends[i + 1], i + 3) : i + 1;
        }
    }

    /// <summary>Signs that hold a run together: i5-3210M, 2.5, 2016/1/19, 10:30, A+B, Q&amp;A.</summary>
    private static bool Joins(char before, char sign, char after, ReadOnlySpan<byte> classes) => sign switch
    {
        '.' or '/' or ':' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
        '-' or '_' or '&' or '+' or '\'' => CharacterTable.IsWordPart((CharacterClass)classes[after]),
        _ => false,
    };

    /// <summary>Takes in variation selectors, skin tones and what a zero-width joiner ties on.</summary>
    private static int EmojiEnd(ReadOnlySpan<char> text, ReadOnlySpan<byte> classes, ReadOnlySpan<int> ends, int at)
    {
        while (at < text.Length && text[at] != ZeroWidthJoiner && (CharacterClass)classes[text[at]] == CharacterClass.EmojiPart) at++;
        if (at >= text.Length) return at;
        if (text[at] == ZeroWidthJoiner)
            return at + 1 < text.Length && (CharacterClass)classes[text[at + 1]] is CharacterClass.HighSurrogate or CharacterClass.EmojiSymbol ? ends[at + 1] : at + 1;
        return at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF' ? ends[at] : at;
    }

    private static bool IsRegionalIndicator(char high, char low) => high == '\uD83C' && low is >= '\uDDE6' and <= '\uDDFF';
}
