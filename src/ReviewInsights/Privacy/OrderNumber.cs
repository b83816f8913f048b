namespace ReviewInsights.Privacy;

/// <summary>Numbers of orders, parcels and payments.</summary>
internal static class OrderNumber
{
    private const int LeastDigits = 7;

    /// <summary>With hyphens more are asked for: 2026-11-29 is a date.</summary>
    private const int LeastHyphenatedDigits = 9;
    private const int LeastParcelDigits = 10;
    private const int MaxLength = 40;

    /// <summary>Where the number ends that a cue announces at <paramref name="start"/>, or 0: seven digits or more, letters and hyphens between them.</summary>
    internal static int CuedEnd(ReadOnlySpan<char> text, int start, PiiVocabulary vocabulary)
    {
        Span<byte> digits = stackalloc byte[MaxLength];
        var (at, count, least) = (start, 0, LeastDigits);
        for (; at < text.Length && at - start < MaxLength; at++)
        {
            if (Glyph.IsDigit(text[at])) digits[count++] = (byte)Glyph.Value(text[at]);
            else if (IsHyphen(text, start, at)) least = LeastHyphenatedDigits;
            else if (!Glyph.IsLetter(text[at])) break;
        }
        if (Glyph.GoesOn(text, at) || vocabulary.Has(text, at, WordRoles.Unit)) return 0;
        return count >= least && !CalendarDate.IsDay(digits[..count]) ? at : 0;
    }

    /// <summary>Where the number of a parcel ends that begins with its carrier's letters, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="digits">Where the digits begin, behind the letters.</param>
    internal static int ParcelEnd(ReadOnlySpan<char> text, int digits)
    {
        var end = Glyph.DigitsEnd(text, digits, MaxLength);
        return end - digits >= LeastParcelDigits && !Glyph.GoesOn(text, end) ? end : 0;
    }

    /// <summary>Where the number of a postal item ends that begins at <paramref name="start"/>, or 0: two letters, nine digits, two letters (UPU S10).</summary>
    internal static int PostalEnd(ReadOnlySpan<char> text, int start)
    {
        const int length = 13;
        if (start + length > text.Length || Glyph.GoesOn(text, start + length)) return 0;
        var item = text.Slice(start, length);
        if (!Glyph.IsLetter(item[0]) || !Glyph.IsLetter(item[1]) || !Glyph.IsLetter(item[11]) || !Glyph.IsLetter(item[12])) return 0;
        ReadOnlySpan<byte> weights = [8, 6, 4, 2, 3, 5, 9, 7];
        var sum = 0;
        for (var i = 0; i <= weights.Length; i++)
        {
            if (!Glyph.IsDigit(item[i + 2])) return 0;
            if (i < weights.Length) sum += weights[i] * Glyph.Value(item[i + 2]);
        }
        var check = (11 - (sum % 11)) switch { 10 => 0, 11 => 5, var other => other };
        return check == Glyph.Value(item[10]) ? start + length : 0;
    }

    private static bool IsHyphen(ReadOnlySpan<char> text, int start, int at) =>
        at > start && Glyph.Fold(text[at]) is '-' or '_' && Glyph.GoesOn(text, at + 1);
}
