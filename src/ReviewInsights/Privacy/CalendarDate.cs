namespace ReviewInsights.Privacy;

/// <summary>Tells dates written in digits from other numbers.</summary>
internal static class CalendarDate
{
    /// <summary>Whether eight digits are a date such as 20261129.</summary>
    internal static bool IsDay(ReadOnlySpan<byte> digits) =>
        digits.Length == 8 && (digits[0], digits[1]) is (1, 9) or (2, 0) && IsMonthAndDay(digits[4..]);

    /// <summary>Whether six digits are a date without its century.</summary>
    internal static bool IsShortDay(ReadOnlySpan<byte> digits) => digits.Length == 6 && IsMonthAndDay(digits[2..]);

    private static bool IsMonthAndDay(ReadOnlySpan<byte> digits) =>
        (digits[0] * 10) + digits[1] is >= 1 and <= 12 && (digits[2] * 10) + digits[3] is >= 1 and <= 31;
}
