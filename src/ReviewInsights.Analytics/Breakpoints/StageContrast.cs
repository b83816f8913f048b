using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Breakpoints;

/// <summary>A weighted sum of stage means, such as one mean minus another, and its standard error.</summary>
/// <remarks>
/// A review that speaks about several stages ties their means together, so the error is that of cluster sampling with the review
/// as the cluster (the sandwich of Liang and Zeger 1986, Biometrika 73, 13–22): with weights w,
/// <code>
/// variance = Σ a,b  w(a) w(b) · f(a) f(b) · Σ r covering a and b  (x(r,a) − mean a)(x(r,b) − mean b) / (n(a) n(b)),
/// f(a)² = n(a) / (n(a) − 1)
/// </code>
/// which is a sum of squares over reviews and so never negative. The factor f makes it the paired t test's variance when every
/// review covers both stages and Welch's when none does.
/// </remarks>
internal static class StageContrast
{
    internal static (double Value, double StandardError) Estimate(CurveState state, ReadOnlySpan<double> weights)
    {
        var value = 0.0;
        var variance = 0.0;
        for (var a = 0; a < weights.Length; a++)
        {
            if (weights[a] == 0) continue;
            value += weights[a] * state.Mean(a);
            for (var b = 0; b < weights.Length; b++)
            {
                if (weights[b] == 0) continue;
                double na = state.Count(a), nb = state.Count(b);
                var factor = Math.Sqrt(na / (na - 1) * nb / (nb - 1));
                variance += weights[a] * weights[b] * factor * state.CentredProducts(a, b) / (na * nb);
            }
        }

        return (value, Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>
    /// How probable a value this low is when the truth is 0. Where the scores have no spread at all any fall is certain; scores
    /// have four decimals, so a "fall" below 1e-9 is the rounding error of a division.
    /// </summary>
    internal static double LowerPValue(double value, double standardError, long degrees) =>
        standardError > 0 ? StudentT.UpperTail(-value / standardError, degrees) : value < -1e-9 ? 0 : 1;
}
