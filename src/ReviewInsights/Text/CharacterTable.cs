using System.Globalization;

namespace ReviewInsights.Text;

/// <summary>One class per UTF-16 code unit, looked up instead of computed: a table read is one load on the hot path.</summary>
internal static class CharacterTable
{
    private static readonly byte[] Classes = Build();

    /// <summary>The table, indexed by code unit; 65,536 entries.</summary>
    internal static ReadOnlySpan<byte> All => Classes;

    internal static CharacterClass Of(char c) => (CharacterClass)Classes[c];

    internal static bool IsWordPart(CharacterClass c) => c is CharacterClass.Letter or CharacterClass.Digit;

    private static byte[] Build()
    {
        var table = new byte[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = (byte)Classify((char)i);
        foreach (var c in "。！？!?…") table[c] = (byte)CharacterClass.SentenceEnd;
        foreach (var c in "，,；;：:（）()【】[]《》“”\"「」『』~～|—") table[c] = (byte)CharacterClass.ClauseEnd;
        table['、'] = (byte)CharacterClass.ListComma;
        return table;
    }

    private static CharacterClass Classify(char c)
    {
        if (c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') return CharacterClass.LineBreak;
        if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B') return CharacterClass.Space;
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '々' or '〇')
            return CharacterClass.Han;
        if (char.IsHighSurrogate(c)) return CharacterClass.HighSurrogate;
        if (char.IsLowSurrogate(c)) return CharacterClass.LowSurrogate;
        if (c is '\u200D' or '\uFE0E' or '\uFE0F' or '\u20E3') return CharacterClass.EmojiPart;
        if (c is >= '\u2600' and <= '\u27BF' or >= '\u2B00' and <= '\u2BFF') return CharacterClass.EmojiSymbol;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.DecimalDigitNumber => CharacterClass.Digit,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark => CharacterClass.Letter,
            _ => CharacterClass.Symbol,
        };
    }
}
