using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Tests.Learning;

public sealed class F1ThresholdTests
{
    [Fact]
    public void Where_probabilities_say_nothing_all_are_reported()
    {
        // One in four is true: all of them reported give F1 = 2b / (1 + b) with b = 1/4, and half of it lies below the probability 1/4.
        var threshold = F1Threshold.Best(Enumerable.Range(0, 40).Select(i => (0.25f, i % 4 == 0)), gold: 10);

        threshold.ShouldBe(0.2f, tolerance: 1e-6);
    }

    [Fact]
    public void Where_probabilities_are_certain_the_threshold_is_a_half() =>
        F1Threshold.Best([(0.99f, true), (0.98f, true), (0.01f, false)], gold: 2).ShouldBe(0.5f);

    [Fact]
    public void What_is_true_without_being_a_candidate_lowers_the_threshold() =>
        F1Threshold.Best([(0.99f, true), (0.98f, true), (0.01f, false)], gold: 4).ShouldBe(1 / 3f, tolerance: 1e-6); // F1 = 2·2 / (4 + 2)

    [Fact]
    public void On_calibrated_probabilities_it_separates_as_the_best_cut_does()
    {
        // Probabilities 0.05, 0.15 … 0.95, a hundred of each, true as often as they say; 500 are true in all.
        (float P, bool IsTrue)[] candidates = [.. from tenth in Enumerable.Range(0, 10) from i in Enumerable.Range(0, 100) select ((tenth + 0.5f) / 10, i < tenth * 10 + 5)];
        double F1(float threshold)
        {
            var reported = candidates.Where(c => c.P > threshold).ToList();
            return 2.0 * reported.Count(c => c.IsTrue) / (500 + reported.Count);
        }

        F1(F1Threshold.Best(candidates, gold: 500)).ShouldBe(Enumerable.Range(0, 100).Max(percent => F1(percent / 100f)));
    }
}
