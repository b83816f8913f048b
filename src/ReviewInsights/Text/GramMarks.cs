namespace ReviewInsights.Text;

/// <summary>The alphabet of grams: folded characters, and marks that stand for no character.</summary>
internal static class GramMarks
{
    /// <summary>Stand for the beginning and the end of a clause or a review.</summary>
    internal const char Start = '\u0002', End = '\u0003';

    /// <summary>Begins a gram that counts only in one domain: <c>FirstDomain + d</c>. Private use code points.</summary>
    internal const char FirstDomain = '\uE000';

    internal const int MaxDomains = 16;

    /// <summary>Longest gram, in characters. Grams of four were measured: they gain nothing (lexicons/models/opinions.md).</summary>
    internal const int MaxLength = 3;

    /// <summary>Longest gram that is looked at for the whole review, and that counts for a domain.</summary>
    internal const int MaxReviewLength = 2;

    internal static bool IsMark(char c) => c is Start or End or (>= FirstDomain and < (char)(FirstDomain + MaxDomains));

    /// <summary>A character of a text as grams see it: folded, all digits alike, marks and control characters as spaces.</summary>
    internal static char Fold(CharacterFolding folding, char c) => c < ' ' || IsMark(c) ? ' ' : char.IsDigit(c) ? '0' : folding.Fold(c);
}
