using ReviewInsights.Models;

namespace ReviewInsights.Tests.Models;

public sealed class LogisticTests
{
    private static readonly float[] LogOdds = [.. Enumerable.Range(-480, 961).Select(i => i / 16f), -500, 500, 1e-20f, -1e-20f, 80, -80, 1e30f];

    [Fact]
    public void Probabilities_are_those_of_the_definition()
    {
        foreach (var z in LogOdds) ((double)Logistic.Of(z)).ShouldBe(1 / (1 + Math.Exp(-z)), tolerance: 2e-7);
    }

    [Fact]
    public void One_number_and_many_give_the_same_bits()
    {
        var many = new float[LogOdds.Length];

        Logistic.Of(LogOdds, many);

        for (var i = 0; i < many.Length; i++) BitConverter.SingleToInt32Bits(many[i]).ShouldBe(BitConverter.SingleToInt32Bits(Logistic.Of(LogOdds[i])));
    }
}
