using ReviewInsights.Text;

namespace ReviewInsights.Segmentation;

/// <summary>
/// Runs that the dictionary must not cut: letters and digits with their inner signs, web and mail addresses, white space,
/// repeats, emoji sequences, faces drawn with signs. Every rule looks at its own run and a bounded way ahead, so that a text
/// costs linear time.
/// </summary>
internal static class RunRules
{
    private const char ZeroWidthJoiner = '\u200D';
    private const char Tag = '\uDB40'; // high surrogate of the tags that spell a region's flag

    /// <summary>Written joined to a number: dates, times and marks (8点, 5分, 2016年).</summary>
    private const string Units = "年月日号时点分秒";

    /// <summary>Where the run that begins at <paramref name="start"/> ends, given that the one before it ended there.</summary>
    internal static int EndOf(ReadOnlySpan<char> text, int start)
    {
        switch (CharacterTable.Of(text[start]))
        {
            case CharacterClass.Letter:
            case CharacterClass.Digit:
                return WordEnd(text, start);
            case CharacterClass.Space:
                return ClassEnd(text, start, CharacterClass.Space);
            case CharacterClass.HighSurrogate:
                if (start + 1 == text.Length || !char.IsLowSurrogate(text[start + 1])) return start + 1;
                return IsRegionalIndicator(text, start) && IsRegionalIndicator(text, start + 2) ? start + 4 : EmojiEnd(text, start + 2);
            case CharacterClass.EmojiSymbol:
                return EmojiEnd(text, start + 1);
            case CharacterClass.Han:
                // 好好好好 is one token, but 好好 may be a word or two.
                var end = RepeatEnd(text, start);
                return end >= start + 3 ? end : start + 1;
            default:
                if (Emoticon.EndOf(text, start) is var face && face > start) return face;
                if (start + 1 < text.Length && IsEmojiPart(text[start + 1])) return EmojiEnd(text, start + 1);
                return RepeatEnd(text, start); // ！！！ and ~~~~ are one token
        }
    }

    /// <summary>Whether a run is a number that the character behind it may join as its unit.</summary>
    internal static bool IsNumberWithUnit(ReadOnlySpan<char> run, char next)
    {
        if (!Units.Contains(next, StringComparison.Ordinal)) return false;
        foreach (var c in run)
            if (CharacterTable.Of(c) != CharacterClass.Digit && c is not ('.' or '．' or ',')) return false;
        return true;
    }

    /// <summary>What a run is made of, for a token that the dictionary does not hold.</summary>
    internal static WordTag TagOf(ReadOnlySpan<char> run) => CharacterTable.Of(run[0]) switch
    {
        CharacterClass.Han => WordTag.Unknown,
        CharacterClass.Letter or CharacterClass.Digit => WordTag.Alphanumeric,
        CharacterClass.Space or CharacterClass.LineBreak => WordTag.Space,
        CharacterClass.HighSurrogate => run[0] is >= '\uD840' and <= '\uD88F' ? WordTag.Unknown : WordTag.Emoji, // planes 2 and 3 are Han
        CharacterClass.EmojiSymbol => WordTag.Emoji,
        // Of signs only a face has unequal ones.
        _ => run.Length > 1 && run[1] != run[0] ? WordTag.Emoji : WordTag.Punctuation,
    };

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        if (Emoticon.EndOf(text, start) is var face && face > start) return face;
        if (WebAddress.EndOf(text, start) is var address && address > start) return address;
        var at = start + 1;
        for (; at < text.Length; at++)
        {
            if (CharacterTable.IsWordPart(CharacterTable.Of(text[at]))) continue;
            if (text[at] == '@' && WebAddress.MailEndOf(text, at) is var mail && mail > at) return mail;
            if (at + 1 == text.Length || !Joins(text[at - 1], text[at], text[at + 1])) break;
        }
        if (at < text.Length && text[at] is '%' or '％') return at + 1;
        while (at < text.Length && IsEmojiPart(text[at])) at++; // keycaps are digits with a frame
        return at;
    }

    /// <summary>Signs that hold a run together: i5-3210M, 2.5, 2016/1/19, 10:30, 30×40, A+B, Q&amp;A.</summary>
    private static bool Joins(char before, char sign, char after) => sign switch
    {
        '.' or '．' or '/' or ':' or '：' or ',' or '*' or '×' => CharacterTable.Of(before) == CharacterClass.Digit && CharacterTable.Of(after) == CharacterClass.Digit,
        '-' or '_' or '&' or '+' or '\'' => CharacterTable.IsWordPart(CharacterTable.Of(after)),
        _ => false,
    };

    /// <summary>Takes in variation selectors, keycaps, tags, skin tones and what a zero-width joiner ties on.</summary>
    private static int EmojiEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c == ZeroWidthJoiner)
            {
                at++;
                if (at == text.Length) return at;
                if (IsPair(text, at)) at += 2;
                else if (CharacterTable.Of(text[at]) == CharacterClass.EmojiSymbol) at++;
                else if (at + 1 < text.Length && text[at + 1] == '\uFE0F') at += 2;
                else return at;
            }
            else if (IsEmojiPart(c)) at++;
            else if (IsPair(text, at) && (c == Tag || (c == '\uD83C' && text[at + 1] is >= '\uDFFB' and <= '\uDFFF'))) at += 2;
            else return at;
        }
        return at;
    }

    private static int RepeatEnd(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while (at < text.Length && text[at] == text[start]) at++;
        return at;
    }

    private static int ClassEnd(ReadOnlySpan<char> text, int start, CharacterClass kind)
    {
        var at = start + 1;
        while (at < text.Length && CharacterTable.Of(text[at]) == kind) at++;
        return at;
    }

    private static bool IsEmojiPart(char c) => CharacterTable.Of(c) == CharacterClass.EmojiPart;

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]);

    private static bool IsRegionalIndicator(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '\uD83C' && text[at + 1] is >= '\uDDE6' and <= '\uDDFF';
}
