using System.Buffers.Text;

namespace ReviewInsights.IO.Records;

/// <summary>The one place where numbers lose digits, so that a tagged file and the analysis behind it give the same figures.</summary>
internal static class Rounding
{
    private const int Decimals = 4;
    private const int Units = 10_000;

    /// <summary>A score or confidence as records carry it: four decimals, half to even, never minus zero.</summary>
    public static double Score(double value) => Math.Round(value, Decimals, MidpointRounding.ToEven) + 0.0;

    /// <summary>Writes what <see cref="Score"/> returns in the fewest digits; the general algorithm searches for them, here they are known.</summary>
    /// <returns>Number of bytes written.</returns>
    public static int Format(double value, Span<byte> destination)
    {
        var units = Math.Round(value * Units, MidpointRounding.ToEven);
        if (!(Math.Abs(units) <= Units))
        {
            Utf8Formatter.TryFormat(Score(value), destination, out var written);
            return written;
        }

        var (whole, fraction) = Math.DivRem((int)Math.Abs(units), Units);
        var length = 0;
        if (units < 0)
            destination[length++] = (byte)'-';
        destination[length++] = (byte)('0' + whole);
        if (fraction == 0)
            return length;
        destination[length++] = (byte)'.';
        for (var unit = Units / 10; fraction > 0; unit /= 10)
        {
            (var digit, fraction) = Math.DivRem(fraction, unit);
            destination[length++] = (byte)('0' + digit);
        }

        return length;
    }
}
