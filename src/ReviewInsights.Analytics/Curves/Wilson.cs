namespace ReviewInsights.Analytics.Curves;

/// <summary>Interval of a share. Wilson 1927, J. Am. Stat. Assoc. 22, 209–212; method 3 in Newcombe 1998.</summary>
internal static class Wilson
{
    // Φ⁻¹(0.975)
    internal const double Z = 1.959963984540054;

    /// <summary>The 95 % score interval without continuity correction.</summary>
    /// <param name="hits">From 0 to <paramref name="n"/>. Not whole where n is an effective sample size.</param>
    /// <param name="n">Above 0.</param>
    internal static Interval Interval(double hits, double n)
    {
        var p = hits / n;
        var centre = (2 * hits) + (Z * Z);
        var half = Z * Math.Sqrt((Z * Z) + (4 * hits * (1 - p)));
        var scale = 2 * (n + (Z * Z));

        // With no hit, or nothing but hits, an end is exactly 0 or 1; the square root alone would miss it by a rounding error.
        return new(hits <= 0 ? 0 : (centre - half) / scale, hits >= n ? 1 : (centre + half) / scale);
    }

    /// <summary>A share of whole reviews with its interval.</summary>
    internal static Share Share(long hits, long n) => new(hits, (double)hits / n, Interval(hits, n));
}
