namespace ReviewInsights.Privacy;

/// <summary>Numbers of resident identity cards: six digits of region, date of birth, serial number and, since 1999, a check character.</summary>
internal static class IdCardNumber
{
    private const int CheckIsX = 10;

    /// <summary>Weights and check characters of ISO 7064 MOD 11-2, as GB 11643 uses it.</summary>
    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static ReadOnlySpan<byte> Checks => [1, 0, CheckIsX, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>The greatest second digit of a region (GB/T 2260), by the first; the least is 1, but 50 is Chongqing.</summary>
    private static ReadOnlySpan<byte> LastRegions => [0, 5, 3, 7, 6, 4, 5, 1, 3, 1];

    /// <summary>Where the number ends whose digits these are, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="groups">The digits, and what follows them.</param>
    /// <param name="isCued">Whether the text announces such a number; then a wrong check character or date does not acquit it.</param>
    internal static int EndOf(ReadOnlySpan<char> text, in DigitGroups groups, bool isCued)
    {
        if (groups.Count == 0) return 0;
        var count = groups.AreOf(0, 6, 8, 4) || groups.AreOf(0, 6, 8, 3) ? 3 : 1;
        Span<byte> number = stackalloc byte[DigitGroups.MaxDigits + 1];
        var digits = number[..groups.CopyTo(number, 0, count)];
        var end = groups.EndOf(count - 1);
        if (digits.Length == 17 && end < text.Length && Glyph.Fold(text[end]) == 'x')
        {
            number[digits.Length] = CheckIsX;
            digits = number[..18];
            end++;
        }
        if (Glyph.GoesOn(text, end)) return 0;
        if (isCued && digits.Length is >= 15 and <= 18) return end;
        return digits.Length switch
        {
            18 when IsRegion(digits) && CalendarDate.IsDay(digits[6..14]) && IsChecked(digits) => end,
            15 when count == 1 && IsRegion(digits) && CalendarDate.IsShortDay(digits[6..12]) => end,
            _ => 0,
        };
    }

    private static bool IsRegion(ReadOnlySpan<byte> digits) => digits[1] <= LastRegions[digits[0]] && (digits[1] >= 1 || digits[0] == 5);

    private static bool IsChecked(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * digits[i];
        return Checks[sum % 11] == digits[^1];
    }
}
