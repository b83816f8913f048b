using System.Globalization;

namespace ReviewInsights.IO.Columns;

/// <summary>
/// Reads the forms of time that exports use, the same on every machine: 2026-03-01, 2026/3/1 12:30, 2026年3月1日,
/// 2026-03-01T12:30:05.25+08:00, 20260301, 20260301123005, and Unix time in seconds or milliseconds.
/// </summary>
/// <remarks>Day before month or month before day is never guessed: a form that does not start with the year is not read.</remarks>
internal static class TimeText
{
    /// <summary>Parses <paramref name="text"/>; a time without an offset of its own, and Unix time, takes the assumed one.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, TimeSpan assumedOffset, out DateTimeOffset time)
    {
        time = default;
        text = text.Trim();
        if (!text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9'))
            return TryParseDigits(text, assumedOffset, out time);

        var rest = new Scanner(text);
        if (!rest.TryNumber(4, 4, out var year) || !rest.TryOneOf("-/.年", out var separator)
            || !rest.TryNumber(1, 2, out var month) || !rest.TryOneOf(separator == '年' ? "月" : "-/.", out _)
            || !rest.TryNumber(1, 2, out var day))
            return false;
        if (separator == '年')
            rest.TryOneOf("日号", out _);

        int hour = 0, minute = 0, second = 0;
        long ticks = 0;
        if (rest.TrySkip("T t") && !rest.IsAtEnd)
        {
            if (!rest.TryNumber(1, 2, out hour) || !rest.TryOneOf(":：", out _) || !rest.TryNumber(2, 2, out minute))
                return false;
            if (rest.TryOneOf(":：", out _) && !rest.TryNumber(2, 2, out second))
                return false;
            if (rest.TryOneOf(".,", out _) && !rest.TryFraction(out ticks))
                return false;
        }

        return rest.TryOffset(assumedOffset, out var offset) && rest.IsAtEnd
            && TryCreate((year, month, day), (hour, minute, second), ticks, offset, out time);
    }

    private static bool TryParseDigits(ReadOnlySpan<char> digits, TimeSpan offset, out DateTimeOffset time)
    {
        time = default;
        switch (digits.Length)
        {
            case 8 or 14:
                var clock = digits.Length == 14
                    ? (Number(digits[8..10]), Number(digits[10..12]), Number(digits[12..14]))
                    : (0, 0, 0);
                return TryCreate((Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8])), clock, 0, offset, out time);
            case 9 or 10:
                time = DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture)).ToOffset(offset);
                return true;
            case 12 or 13:
                time = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture)).ToOffset(offset);
                return true;
            default:
                return false;
        }
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool TryCreate(
        (int Year, int Month, int Day) date, (int Hour, int Minute, int Second) clock, long ticks, TimeSpan offset, out DateTimeOffset time)
    {
        time = default;
        var isValid = date is { Year: >= 1900 and <= 9998, Month: >= 1 and <= 12, Day: >= 1 }
            && date.Day <= DateTime.DaysInMonth(date.Year, date.Month)
            && clock is { Hour: < 24, Minute: < 60, Second: < 60 }
            && offset.Duration() <= TimeSpan.FromHours(14);
        if (isValid)
        {
            time = new DateTimeOffset(date.Year, date.Month, date.Day, clock.Hour, clock.Minute, clock.Second, offset)
                .AddTicks(ticks);
        }

        return isValid;
    }

    private ref struct Scanner(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public readonly bool IsAtEnd => _rest.IsEmpty;

        public bool TryNumber(int minDigits, int maxDigits, out int value)
        {
            var count = CountDigits();
            value = 0;
            if (count < minDigits || count > maxDigits)
                return false;
            value = Number(_rest[..count]);
            _rest = _rest[count..];
            return true;
        }

        public bool TryFraction(out long ticks)
        {
            var count = CountDigits();
            ticks = 0;
            for (var i = 0; i < 7; i++)
                ticks = (ticks * 10) + (i < count ? _rest[i] - '0' : 0);
            _rest = _rest[count..];
            return count > 0;
        }

        public bool TryOneOf(ReadOnlySpan<char> signs, out char sign)
        {
            sign = _rest.IsEmpty ? '\0' : _rest[0];
            if (_rest.IsEmpty || !signs.Contains(sign))
                return false;
            _rest = _rest[1..];
            return true;
        }

        public bool TrySkip(ReadOnlySpan<char> signs)
        {
            var before = _rest.Length;
            _rest = _rest.TrimStart(signs);
            return _rest.Length < before;
        }

        public bool TryOffset(TimeSpan assumed, out TimeSpan offset)
        {
            offset = assumed;
            TrySkip(" ");
            if (IsAtEnd)
                return true;
            if (TryOneOf("Zz", out _))
            {
                offset = TimeSpan.Zero;
                return true;
            }

            if (!TryOneOf("+-", out var sign) || CountDigits() is not (2 or 4))
                return false;
            var isPacked = CountDigits() == 4;
            var hours = Number(_rest[..2]);
            _rest = _rest[2..];
            var minutes = 0;
            if ((isPacked || TryOneOf(":", out _)) && !TryNumber(2, 2, out minutes))
                return false;
            offset = new TimeSpan(hours, minutes, 0) * (sign == '-' ? -1 : 1);
            return minutes < 60;
        }

        private readonly int CountDigits()
        {
            var end = _rest.IndexOfAnyExceptInRange('0', '9');
            return end < 0 ? _rest.Length : end;
        }
    }
}
