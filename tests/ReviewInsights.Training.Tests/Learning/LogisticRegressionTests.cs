using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Tests.Learning;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void An_unpunished_intercept_is_the_log_odds_of_the_share() =>
        LogisticRegression.Train([[1f], [1f], [1f], [1f]], [1, 1, 1, 0], [0])[0].ShouldBe(Math.Log(3), tolerance: 1e-6);

    [Fact]
    public void A_group_has_the_log_odds_of_its_share()
    {
        // Saturated model of two groups: 1 of 4 and 4 of 5.
        List<float[]> rows = [.. Enumerable.Repeat<float[]>([1, 0], 4), .. Enumerable.Repeat<float[]>([1, 1], 5)];

        var weights = LogisticRegression.Train(rows, [1, 0, 0, 0, 1, 1, 1, 1, 0], [0, 0]);

        weights[0].ShouldBe(Math.Log(1.0 / 3), tolerance: 1e-6);
        weights[1].ShouldBe(Math.Log(4) - Math.Log(1.0 / 3), tolerance: 1e-6);
    }

    [Fact]
    public void A_ridge_holds_separable_data_back()
    {
        // One example, y = 1, x = 1, λ = 1: w = 1 − sigma(w).
        var weight = LogisticRegression.Train([[1f]], [1], [1])[0];

        weight.ShouldBe(1 - 1 / (1 + Math.Exp(-weight)), tolerance: 1e-9);
    }
}
