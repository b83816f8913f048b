using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class SplitMixTests
{
    // First output of the reference implementation (S. Vigna, splitmix64.c) for the state 0: 0xE220A8397B1DCDAF.
    [Fact]
    public void It_starts_as_the_reference_implementation_does() =>
        new SplitMix(0).NextDouble().ShouldBe((0xE220A8397B1DCDAF >> 11) / (double)(1UL << 53));

    [Fact]
    public void Numbers_fill_the_unit_interval_evenly_and_do_not_depend_on_the_one_before()
    {
        const int draws = 200_000;
        var random = new SplitMix(1);
        double sum = 0, squares = 0, products = 0, before = 0.5;
        for (var i = 0; i < draws; i++)
        {
            var x = random.NextDouble();
            (x is >= 0 and < 1).ShouldBeTrue();
            sum += x;
            squares += x * x;
            products += (x - 0.5) * (before - 0.5);
            before = x;
        }

        // Standard errors: 0.29, 0.30 and 0.083 over the root of the number of draws.
        (sum / draws).ShouldBe(0.5, 0.002);
        (squares / draws).ShouldBe(1 / 3.0, 0.002);
        (products / draws).ShouldBe(0, 0.0006);
    }
}
