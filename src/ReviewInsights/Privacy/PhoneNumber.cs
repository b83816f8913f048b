namespace ReviewInsights.Privacy;

/// <summary>
/// Numbers of mobile phones and land lines in China. Lines of companies (400, 800, five digits) are not personal and have other
/// shapes.
/// </summary>
internal static class PhoneNumber
{
    private const int MobileLength = 11;

    /// <summary>Where the number ends that begins with the first of these digits, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="groups">The digits.</param>
    /// <param name="isCued">Whether the text announces a phone; then a local number counts, and digits may be grouped at will.</param>
    internal static int EndOf(ReadOnlySpan<char> text, in DigitGroups groups, bool isCued)
    {
        if (groups.Count == 0) return 0;
        // The place before the digits is for the zero that an area code loses behind a country code.
        Span<byte> places = stackalloc byte[DigitGroups.MaxDigits + 1];
        var digits = places.Slice(1, groups.CopyTo(places[1..], 0, groups.Count));
        var country = CountryLength(digits);
        var isAbroad = country > 0 && groups.LengthOf(0) == country;
        // 86 or 0086 before the number, as a group of its own or joined to it.
        if (country > 0 && !isAbroad && groups.LengthOf(0) - country == MobileLength && IsMobile(digits[country..])) return groups.EndOf(0);
        var first = isAbroad ? 1 : 0;
        if (first == groups.Count) return 0;
        var number = digits[(isAbroad ? country : 0)..];
        if (MobileGroups(groups, first, isCued) is var mobile && mobile > 0 && IsMobile(number)) return groups.EndOf(first + mobile - 1);
        var lost = isAbroad && number[0] != 0 ? 1 : 0;
        if (lost > 0)
        {
            places[country] = 0;
            number = places[country..(digits.Length + 1)];
        }
        if (LandLineGroups(groups, first, number, lost) is var land && land > 0) return WithExtension(text, groups, first + land);
        return isCued && first == 0 ? LocalEnd(groups, number) : 0;
    }

    private static int CountryLength(ReadOnlySpan<byte> digits) => digits is [8, 6, ..] ? 2 : digits is [0, 0, 8, 6, ..] ? 4 : 0;

    private static bool IsMobile(ReadOnlySpan<byte> digits) => digits.Length >= MobileLength && digits[0] == 1 && digits[1] >= 3;

    /// <summary>How many groups make eleven digits the way people write them, or 0.</summary>
    private static int MobileGroups(in DigitGroups groups, int first, bool isCued)
    {
        if (groups.AreOf(first, MobileLength)) return 1;
        if (groups.AreOf(first, 3, 4, 4)) return 3;
        if (groups.AreOf(first, 3, 8) || groups.AreOf(first, 7, 4) || groups.AreOf(first, 5, 6)) return 2;
        if (!isCued) return 0;
        var length = 0;
        for (var group = first; group < groups.Count && length < MobileLength; group++)
            if ((length += groups.LengthOf(group)) == MobileLength) return group - first + 1;
        return 0;
    }

    /// <summary>How many groups make an area code and a number, or 0.</summary>
    private static int LandLineGroups(in DigitGroups groups, int first, ReadOnlySpan<byte> number, int lost)
    {
        var area = AreaLength(number);
        if (area == 0) return 0;
        var least = area == 3 ? 8 : 7;
        var length = groups.LengthOf(first) + lost;
        // Joined, only what begins like a local number; a serial number with a zero in front is none.
        if (length - area >= least && length - area <= 8) return number[area] is >= 2 and <= 8 ? 1 : 0;
        if (length != area || first + 1 == groups.Count || number.Length == area || number[area] == 0) return 0;
        var local = groups.LengthOf(first + 1);
        if (local >= least && local <= 8) return 2;
        return groups.AreOf(first + 1, 4, 4) || (least == 7 && groups.AreOf(first + 1, 3, 4)) ? 3 : 0;
    }

    /// <summary>Length of the area code with its zero: 010 and 02x have three digits, others four.</summary>
    private static int AreaLength(ReadOnlySpan<byte> number) => number switch
    {
        [0, 1, 0, ..] or [0, 2, _, ..] => 3,
        [0, >= 3, _, _, ..] => 4,
        _ => 0,
    };

    private static int WithExtension(ReadOnlySpan<char> text, in DigitGroups groups, int count)
    {
        var end = groups.EndOf(count - 1);
        return count < groups.Count && groups.StartOf(count) == end + 1 && Glyph.Fold(text[end]) == '-' && groups.LengthOf(count) <= 6 ? groups.EndOf(count) : end;
    }

    private static int LocalEnd(in DigitGroups groups, ReadOnlySpan<byte> number)
    {
        if (number[0] is < 2 or > 8) return 0;
        if (groups.AreOf(0, 7) || (groups.AreOf(0, 8) && !CalendarDate.IsDay(number[..8]))) return groups.EndOf(0);
        return groups.AreOf(0, 4, 4) || groups.AreOf(0, 3, 4) ? groups.EndOf(1) : 0;
    }
}
