namespace ReviewInsights.Privacy;

/// <summary>Accounts of WeChat (a letter, then five or more letters, digits, _ or -), QQ (five to eleven digits) and the like, behind a cue.</summary>
internal static class AccountName
{
    private const int MaxLength = 24;

    /// <summary>Where the account ends that begins at <paramref name="start"/>, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="isExpected">
    /// Whether the cue must be followed by an account (加微信, 微信：). Otherwise it needs digits that are no date and count nothing:
    /// a model's name or a price may stand behind 微信.
    /// </param>
    /// <param name="vocabulary">Knows the units.</param>
    internal static int EndOf(ReadOnlySpan<char> text, int start, bool isExpected, PiiVocabulary vocabulary)
    {
        Span<byte> digits = stackalloc byte[MaxLength];
        var count = 0;
        var end = start;
        for (; end < text.Length && end - start < MaxLength; end++)
        {
            if (Glyph.IsDigit(text[end])) digits[count++] = (byte)Glyph.Value(text[end]);
            else if (!Glyph.IsLetter(text[end]) && Glyph.Fold(text[end]) is not ('_' or '-')) break;
        }
        if (Glyph.GoesOn(text, end)) return 0;
        while (end > start && !Glyph.IsWordPart(text[end - 1])) end--;
        var length = end - start;
        if (length == 0 || vocabulary.Has(text, end, WordRoles.Unit)) return 0;
        if (count == length) return length is >= 5 and <= 11 && (isExpected || !CalendarDate.IsDay(digits[..count])) ? end : 0;
        return length >= 6 && (isExpected || count >= 3) ? end : 0;
    }
}
