namespace ReviewInsights.Training.Tests.Evaluation;

public sealed class PairedTestsTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 5, 0.0625)] // 2 / 2^5
    [InlineData(1, 9, 0.021484375)] // 2 (1 + 10) / 2^10
    public void McNemar_is_the_two_sided_binomial_test(int onlyFirst, int onlySecond, double p) =>
        PairedTests.McNemar(onlyFirst, onlySecond).ShouldBe(p, tolerance: 1e-9);

    [Fact]
    public void Equal_systems_do_not_differ()
    {
        SetScore[] scores = [.. Enumerable.Range(0, 50).Select(i => new SetScore(i % 3, 3, 3))];

        var difference = PairedTests.Bootstrap(scores, scores);

        difference.ShouldBe(new BootstrapDifference(0, 0, 0));
        difference.IsSignificant.ShouldBeFalse();
    }

    [Fact]
    public void A_system_that_is_better_on_every_review_is_significantly_better()
    {
        SetScore[] worse = [.. Enumerable.Range(0, 50).Select(i => new SetScore(1, 3, 3))], better = [.. worse.Select(s => s with { Right = 2 })];

        PairedTests.Bootstrap(worse, better).IsSignificant.ShouldBeTrue();
    }

    [Fact]
    public void Words_are_compared_by_text()
    {
        WordScore[] worse = [.. Enumerable.Range(0, 50).Select(i => new WordScore(1, 3, 1, 2 + i % 2))], better = [.. worse.Select(s => s with { RightGold = 2, RightPredicted = 2 })];

        PairedTests.Bootstrap(worse, worse).ShouldBe(new BootstrapDifference(0, 0, 0));
        PairedTests.Bootstrap(worse, better).IsSignificant.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => PairedTests.Bootstrap(worse, better[1..]));
    }
}
