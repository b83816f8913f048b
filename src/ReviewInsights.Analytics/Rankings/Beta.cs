namespace ReviewInsights.Analytics.Rankings;

/// <summary>
/// The beta distribution. Formula numbers are those of the NIST Digital Library of Mathematical Functions (DLMF).
/// </summary>
internal static class Beta
{
    // Modified Lentz: far below what a fraction of interest can be, far above where a division overflows.
    private const double Tiny = 1e-300;
    private const double Accuracy = 1e-15;

    // The fraction needs some √max(a, b) terms; counts of a billion are within this.
    private const int MaximumTerms = 200_000;

    /// <summary>ln B(a, b), DLMF 5.12.1.</summary>
    internal static double Log(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>P(X ≤ x): the regularised incomplete beta function, DLMF 8.17.2. a and b above 0, x in [0, 1].</summary>
    internal static double Cumulative(double x, double a, double b)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;

        // The fraction converges fast below the mean only; beyond it, DLMF 8.17.4 turns the distribution round.
        return x <= (a + 1) / (a + b + 2) ? Fraction(x, a, b) : 1 - Fraction(1 - x, b, a);
    }

    /// <summary>The x with P(X ≤ x) = probability, by halving: 60 times leave an error of 1e-18 at most.</summary>
    internal static double Quantile(double probability, double a, double b)
    {
        double low = 0, high = 1;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (Cumulative(middle, a, b) < probability) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>ln Γ(x) for x above 0: Stirling's series, DLMF 5.11.1, after moving x beyond 10 by Γ(x) = Γ(x + 1) / x.</summary>
    internal static double LogGamma(double x)
    {
        var product = 1.0;
        for (; x < 10; x++) product *= x;
        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = inverse * ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680)
            - (square * ((1.0 / 1188) - (square * 691.0 / 360360))))))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - Math.Log(product);
    }

    // DLMF 8.17.22: the numerators d(2m) and d(2m+1) by turns, evaluated from the front (Lentz 1976, Applied Optics 15, 668–671).
    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m < MaximumTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            value *= c * d;

            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            value *= c * d;
            if (Math.Abs((c * d) - 1) < Accuracy) break;
        }

        return Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - Log(a, b)) * value / a;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
