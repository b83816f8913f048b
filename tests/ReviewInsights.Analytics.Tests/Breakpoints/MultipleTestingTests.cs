using ReviewInsights.Analytics.Breakpoints;

namespace ReviewInsights.Analytics.Tests.Breakpoints;

public sealed class MultipleTestingTests
{
    // Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, J. R. Statist. Soc. B 57 (1995), section 4.1:
    // fifteen comparisons of two treatments of myocardial infarction.
    private static readonly double[] Neuhaus =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

    [Fact]
    public void Holm_rejects_three_of_the_fifteen_comparisons() =>
        MultipleTesting.Holm(Neuhaus).Count(p => p <= 0.05).ShouldBe(3);

    [Fact]
    public void Benjamini_and_Hochberg_reject_four_of_their_fifteen_comparisons() =>
        MultipleTesting.BenjaminiHochberg(Neuhaus, 0.05).ShouldBe(4);

    [Fact]
    public void Holm_adjusts_the_four_p_values_of_the_textbook_example()
    {
        // Wikipedia, "Holm–Bonferroni method", example; the adjusted values are those of R's p.adjust(p, "holm").
        var adjusted = MultipleTesting.Holm([0.01, 0.04, 0.03, 0.005]);
        adjusted[0].ShouldBe(0.03, 1e-12);
        adjusted[1].ShouldBe(0.06, 1e-12);
        adjusted[2].ShouldBe(0.06, 1e-12);
        adjusted[3].ShouldBe(0.02, 1e-12);
    }

    [Fact]
    public void Adjusted_p_values_end_at_1() => MultipleTesting.Holm([0.6, 0.7, 0.9]).ShouldAllBe(p => p == 1);

    [Fact]
    public void Nothing_to_test_gives_nothing()
    {
        MultipleTesting.Holm([]).ShouldBeEmpty();
        MultipleTesting.BenjaminiHochberg([], 0.05).ShouldBe(0);
        MultipleTesting.LevelWithinGroups([], 0.05).ShouldBe(0.05);
    }

    [Fact]
    public void Within_groups_the_level_shrinks_to_the_share_of_groups_selected()
    {
        MultipleTesting.LevelWithinGroups([0.001], 0.05).ShouldBe(0.05);
        MultipleTesting.LevelWithinGroups([0.001, 0.5, 0.6, 0.7], 0.05).ShouldBe(0.0125);
        MultipleTesting.LevelWithinGroups([0.4, 0.5], 0.05).ShouldBe(0);
    }
}
