namespace ReviewInsights.IO.Records;

/// <summary>The one place where numbers lose digits, so that a tagged file and the analysis behind it give the same figures.</summary>
internal static class Rounding
{
    /// <summary>A score or confidence as records carry it: four decimals, half to even, never minus zero.</summary>
    public static double Score(double value) => Math.Round(value, 4, MidpointRounding.ToEven) + 0.0;
}
