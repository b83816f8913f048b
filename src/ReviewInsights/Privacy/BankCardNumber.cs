namespace ReviewInsights.Privacy;

/// <summary>Numbers of bank cards: 15 to 19 digits whose last one checks the others (ISO/IEC 7812).</summary>
internal static class BankCardNumber
{
    /// <summary>Where the number ends that begins with the first of these digits, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="groups">The digits.</param>
    /// <param name="isCued">Whether the text announces such a number; then a wrong check digit does not acquit it.</param>
    internal static int EndOf(ReadOnlySpan<char> text, in DigitGroups groups, bool isCued)
    {
        if (groups.Count == 0) return 0;
        Span<byte> digits = stackalloc byte[DigitGroups.MaxDigits + 1];
        for (var count = Math.Min(groups.Count, 5); count >= 1; count--)
        {
            if (!AreGroups(groups, count)) continue;
            var number = digits[..groups.CopyTo(digits, 0, count)];
            var end = groups.EndOf(count - 1);
            if (Glyph.GoesOn(text, end)) continue;
            if (number.Length is >= 15 and <= 19 && (isCued || IsCard(number))) return end;
        }
        return 0;
    }

    /// <summary>One run, groups of four with a rest, or 4-6-5.</summary>
    private static bool AreGroups(in DigitGroups groups, int count)
    {
        if (count == 1 || (count == 3 && groups.AreOf(0, 4, 6, 5))) return true;
        for (var i = 0; i + 1 < count; i++)
            if (groups.LengthOf(i) != 4) return false;
        return count >= 4 && groups.LengthOf(count - 1) <= 4;
    }

    /// <summary>Issuers begin with 3 to 6 or, a few in China, with 9. The sum rejects nine of ten other numbers, and laughter (5555…) is none.</summary>
    private static bool IsCard(ReadOnlySpan<byte> digits)
    {
        if (digits[0] is not (>= 3 and <= 6 or 9) || !digits.ContainsAnyExcept(digits[0])) return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i];
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9;
        }
        return sum % 10 == 0;
    }
}
