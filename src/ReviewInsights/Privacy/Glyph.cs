using ReviewInsights.Text;

namespace ReviewInsights.Privacy;

/// <summary>What a character is to the scanners. Full-width letters, digits and signs are taken as their half-width forms.</summary>
internal static class Glyph
{
    /// <summary>Full width → half width, upper → lower case.</summary>
    internal static char Fold(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - 0xFEE0);
        return char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
    }

    internal static bool IsDigit(char c) => char.IsAsciiDigit(Fold(c));

    internal static bool IsLetter(char c) => char.IsAsciiLetter(Fold(c));

    internal static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(Fold(c));

    /// <summary>
    /// Whether a word that ends here goes on. A mask is the rest of a word: what was no datum beside one does not become one when
    /// a masked text is masked again.
    /// </summary>
    internal static bool GoesOn(ReadOnlySpan<char> text, int end) => end < text.Length && (IsWordPart(text[end]) || text[end] == PiiMasker.MaskCharacter);

    internal static bool IsHan(char c) => CharacterTable.Of(c) == CharacterClass.Han;

    /// <summary>Value of a digit.</summary>
    internal static int Value(char digit) => Fold(digit) - '0';

    /// <summary>Where the digits that begin at <paramref name="start"/> end; looks at no more than <paramref name="most"/> of them.</summary>
    internal static int DigitsEnd(ReadOnlySpan<char> text, int start, int most = int.MaxValue)
    {
        var at = start;
        while (at < text.Length && at - start < most && IsDigit(text[at])) at++;
        return at;
    }
}
