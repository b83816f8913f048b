using ReviewInsights.Analytics.Trends;

namespace ReviewInsights.Analytics.Tests.Trends;

public sealed class BernoulliCusumTests
{
    [Theory]
    [InlineData(0.02, 1.5)]
    [InlineData(0.1, 3.8)]
    [InlineData(0.1, 5.33)]
    [InlineData(0.4, 3.8)]
    public void Simulated_run_lengths_are_the_exact_ones(double usual, double threshold)
    {
        var exact = Exact(usual, threshold);
        for (var seed = 1; seed <= 5; seed++) BernoulliCusum.RunLength(usual, threshold, seed).ShouldBe(exact, exact * 0.03);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    public void A_threshold_any_negative_review_reaches_runs_as_long_as_they_are_rare(double usual) =>
        BernoulliCusum.RunLength(usual, 1e-6, seed: 1).ShouldBe(1 / usual, 1e-9);

    // A stretch is known by how many reviews it holds and how many are negative. Probabilities of all such states, review by review.
    private static double Exact(double usual, double threshold)
    {
        var (up, down) = BernoulliCusum.Steps(usual);
        var current = new Dictionary<int, double> { [0] = 1 };
        double length = 0, reached = 0;
        for (var reviews = 1; current.Count > 0; reviews++)
        {
            var next = new Dictionary<int, double>();
            foreach (var (negative, probability) in current)
            {
                length += probability;
                Go(negative + 1, probability * usual);
                Go(negative, probability * (1 - usual));
            }

            current = next;

            void Go(int negative, double probability)
            {
                var sum = (negative * up) + ((reviews - negative) * down);
                if (sum >= threshold) reached += probability;
                else if (sum > 0 && probability > 1e-14) next[negative] = next.GetValueOrDefault(negative) + probability;
            }
        }

        return length / reached;
    }
}
