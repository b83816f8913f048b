using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class NewcombeTests
{
    // R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998),
    // 873–890, table II, contrasts (a) to (h), method 10 (score, no continuity correction). There: first minus second.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Intervals_are_those_of_Newcombe_1998(int a, int m, int b, int n, double low, double high)
    {
        var interval = Newcombe.Interval(b, n, a, m);
        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Exchanging_the_two_shares_mirrors_the_interval()
    {
        var (low, high) = Newcombe.Interval(3, 40, 9, 25);
        Newcombe.Interval(9, 25, 3, 40).ShouldBe(new Interval(-high, -low));
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(20, 60)]
    [InlineData(100, 50)]
    public void Over_all_shares_it_covers_the_truth_in_93_to_97_of_100_samples(int n1, int n2)
    {
        // Exact: the probabilities of the pairs of samples whose interval holds the difference, averaged over a grid of pairs.
        var covered = 0.0;
        var pairs = 0;
        for (var p1 = 0.05; p1 < 1; p1 += 0.1)
        {
            for (var p2 = 0.05; p2 < 1; p2 += 0.1, pairs++)
            {
                double[] first = Probabilities(n1, p1), second = Probabilities(n2, p2);
                for (var k1 = 0; k1 <= n1; k1++)
                {
                    for (var k2 = 0; k2 <= n2; k2++)
                    {
                        var (low, high) = Newcombe.Interval(k1, n1, k2, n2);
                        if (low <= p2 - p1 && p2 - p1 <= high) covered += first[k1] * second[k2];
                    }
                }
            }
        }

        (covered / pairs).ShouldBeInRange(0.93, 0.97);
    }

    private static double[] Probabilities(int n, double p)
    {
        var result = new double[n + 1];
        result[0] = Math.Pow(1 - p, n);
        for (var k = 0; k < n; k++) result[k + 1] = result[k] * p / (1 - p) * (n - k) / (k + 1);
        return result;
    }
}
