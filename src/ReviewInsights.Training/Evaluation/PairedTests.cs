using System.Numerics;

namespace ReviewInsights.Training;

/// <summary>Whether one system is better than another on the same reviews, or only luckier. Stateless.</summary>
public static class PairedTests
{
    /// <summary>
    /// Exact two-sided McNemar test (McNemar 1947): under the null hypothesis each review on which just one system is right is a
    /// fair coin.
    /// </summary>
    /// <param name="onlyFirst">Reviews that only the first system has right.</param>
    /// <param name="onlySecond">Reviews that only the second system has right.</param>
    /// <returns>The p-value, in (0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static double McNemar(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        int n = onlyFirst + onlySecond, few = Math.Min(onlyFirst, onlySecond);
        double sum = 0, logTerm = -n * Math.Log(2);
        for (var k = 0; k <= few; k++)
        {
            sum += Math.Exp(logTerm);
            logTerm += Math.Log(n - k) - Math.Log(k + 1);
        }
        return Math.Min(1, 2 * sum);
    }

    /// <summary>Paired bootstrap over reviews of a difference in F1 (Efron and Tibshirani 1993): percentile interval of 95 %.</summary>
    /// <param name="first">Counts of the first system by review.</param>
    /// <param name="second">Counts of the second, in the same order.</param>
    /// <param name="rounds">Samples to draw.</param>
    /// <param name="seed">Seed of the samples.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static BootstrapDifference Bootstrap(IReadOnlyList<SetScore> first, IReadOnlyList<SetScore> second, int rounds = 1000, int seed = 7) =>
        Bootstrap(first, second, s => s.F1, rounds, seed);

    /// <summary>The same over texts cut into words.</summary>
    /// <param name="first">Counts of the first system by text.</param>
    /// <param name="second">Counts of the second, in the same order.</param>
    /// <param name="rounds">Samples to draw.</param>
    /// <param name="seed">Seed of the samples.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static BootstrapDifference Bootstrap(IReadOnlyList<WordScore> first, IReadOnlyList<WordScore> second, int rounds = 1000, int seed = 7) =>
        Bootstrap(first, second, s => s.F1, rounds, seed);

    private static BootstrapDifference Bootstrap<T>(IReadOnlyList<T> first, IReadOnlyList<T> second, Func<T, double> f1, int rounds, int seed)
        where T : struct, IAdditionOperators<T, T, T>
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count == 0) throw new ArgumentException($"{first.Count} and {second.Count} texts; both systems need the same, one at least.", nameof(second));
        var random = new Random(seed);
        var differences = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            T a = default, b = default;
            for (var i = 0; i < first.Count; i++)
            {
                var drawn = random.Next(first.Count);
                a += first[drawn];
                b += second[drawn];
            }
            differences[round] = f1(b) - f1(a);
        }
        Array.Sort(differences);
        var observed = f1(second.Aggregate((x, y) => x + y)) - f1(first.Aggregate((x, y) => x + y));
        return new BootstrapDifference(observed, differences[(int)(0.025 * rounds)], differences[(int)(0.975 * rounds) - 1]);
    }
}

/// <summary>A difference in F1 with its interval.</summary>
/// <param name="Difference">Second minus first, in [-1, 1].</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct BootstrapDifference(double Difference, double Low, double High)
{
    /// <summary>Whether the interval leaves 0 out.</summary>
    public bool IsSignificant => Low > 0 || High < 0;
}
