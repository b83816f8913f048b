using ReviewInsights.Analytics.Rankings;

namespace ReviewInsights.Analytics.Tests.Rankings;

public sealed class BetaTests
{
    [Fact]
    public void Log_gamma_is_that_of_factorials_and_of_the_half()
    {
        var factorial = 0.0;
        for (var n = 1; n < 200; n++)
        {
            Beta.LogGamma(n).ShouldBe(factorial, 1e-13 * Math.Max(1, factorial));
            factorial += Math.Log(n);
        }

        Beta.LogGamma(0.5).ShouldBe(Math.Log(Math.PI) / 2, 1e-14);
        Beta.LogGamma(1e-8).ShouldBe(-Math.Log(1e-8) - (0.5772156649015329 * 1e-8), 1e-13);
    }

    // For whole numbers the beta distribution is a tail of the binomial one: DLMF 8.17.5.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 9)]
    [InlineData(40, 7)]
    [InlineData(150, 900)]
    public void The_distribution_is_a_sum_of_binomial_probabilities(int a, int b)
    {
        for (var x = 0.02; x < 1; x += 0.03)
        {
            var n = a + b - 1;
            var tail = 0.0;
            for (var k = a; k <= n; k++)
            {
                var choose = Beta.LogGamma(n + 1) - Beta.LogGamma(k + 1) - Beta.LogGamma(n - k + 1);
                tail += Math.Exp(choose + (k * Math.Log(x)) + ((n - k) * Math.Log(1 - x)));
            }

            Beta.Cumulative(x, a, b).ShouldBe(tail, 1e-11);
        }
    }

    [Fact]
    public void The_arcsine_and_power_distributions_have_closed_forms()
    {
        foreach (var x in new[] { 0.001, 0.2, 0.5, 0.93 })
        {
            Beta.Cumulative(x, 0.5, 0.5).ShouldBe(2 / Math.PI * Math.Asin(Math.Sqrt(x)), 1e-13);
            Beta.Cumulative(x, 3.7, 1).ShouldBe(Math.Pow(x, 3.7), 1e-13);
        }
    }

    [Theory]
    [InlineData(0.01, 3)]
    [InlineData(2, 5)]
    [InlineData(30, 1200)]
    [InlineData(4e6, 1e7)]
    [InlineData(2e8, 9e8)]
    public void Quantile_and_distribution_are_inverse(double a, double b)
    {
        foreach (var p in new[] { 0.05, 0.5, 0.9 })
        {
            var x = Beta.Quantile(p, a, b);
            if (x > 1e-15) Beta.Cumulative(x, a, b).ShouldBe(p, 1e-6);
            else Beta.Cumulative(1e-15, a, b).ShouldBeGreaterThanOrEqualTo(p);
        }

        // Large counts are nearly normal: Φ⁻¹(0.05) = −1.644854.
        if (a > 1e6)
        {
            double mean = a / (a + b), deviation = Math.Sqrt(mean * (1 - mean) / (a + b + 1));
            ((Beta.Quantile(0.05, a, b) - mean) / deviation).ShouldBe(-1.644854, 0.001);
        }
    }
}
