namespace ReviewInsights.Analytics.Curves;

/// <summary>Interval of a share. Wilson 1927, J. Am. Stat. Assoc. 22, 209–212; method 3 in Newcombe 1998.</summary>
internal static class Wilson
{
    // Φ⁻¹(0.975)
    internal const double Z = 1.959963984540054;

    /// <summary>The 95 % score interval without continuity correction.</summary>
    internal static Interval Interval(long hits, long n)
    {
        var p = (double)hits / n;
        var centre = (2 * hits) + (Z * Z);
        var half = Z * Math.Sqrt((Z * Z) + (4 * hits * (1 - p)));
        var scale = 2 * (n + (Z * Z));

        // With no hit, or nothing but hits, an end is exactly 0 or 1; the square root alone would miss it by a rounding error.
        return new(hits == 0 ? 0 : (centre - half) / scale, hits == n ? 1 : (centre + half) / scale);
    }
}
