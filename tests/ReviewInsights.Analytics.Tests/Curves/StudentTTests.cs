using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class StudentTTests
{
    // Upper tail points of Student's t: R. A. Fisher and F. Yates, Statistical Tables, table III; also in Abramowitz and
    // Stegun, table 26.10.
    [Theory]
    [InlineData(1, 6.314, 0.05)]
    [InlineData(2, 2.920, 0.05)]
    [InlineData(3, 5.841, 0.005)]
    [InlineData(5, 4.032, 0.005)]
    [InlineData(10, 2.228, 0.025)]
    [InlineData(20, 1.725, 0.05)]
    [InlineData(30, 2.457, 0.01)]
    [InlineData(60, 2.660, 0.005)]
    [InlineData(120, 3.373, 0.0005)]
    public void Tails_agree_with_the_tables(long degrees, double t, double p) =>
        StudentT.UpperTail(t, degrees).ShouldBe(p, p * 0.002);

    // 1 - Φ(x), Abramowitz and Stegun, table 26.1.
    [Theory]
    [InlineData(1.0, 0.15865525)]
    [InlineData(2.0, 0.02275013)]
    [InlineData(3.0, 0.00134990)]
    public void With_many_degrees_of_freedom_it_is_the_normal_distribution(double x, double p)
    {
        var tail = StudentT.UpperTail(x, long.MaxValue);
        tail.ShouldBe(p, p * 0.004);
        tail.ShouldBeGreaterThan(p, "stopping at a finite number of degrees must err to the cautious side");
    }

    [Fact]
    public void One_degree_of_freedom_is_Cauchys_distribution() =>
        StudentT.UpperTail(0.7, 1).ShouldBe(0.5 - (Math.Atan(0.7) / Math.PI), 1e-15);

    [Fact]
    public void Two_degrees_of_freedom_have_a_closed_form() =>
        StudentT.UpperTail(1.3, 2).ShouldBe(0.5 - (1.3 / (2 * Math.Sqrt(2 + (1.3 * 1.3)))), 1e-15);

    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    public void Tails_mirror_each_other_and_end_at_0_and_1(long degrees)
    {
        (StudentT.UpperTail(1.1, degrees) + StudentT.UpperTail(-1.1, degrees)).ShouldBe(1, 1e-14);
        StudentT.UpperTail(0, degrees).ShouldBe(0.5, 1e-15);
        StudentT.UpperTail(double.PositiveInfinity, degrees).ShouldBe(0);
        StudentT.UpperTail(double.NegativeInfinity, degrees).ShouldBe(1);
        StudentT.UpperTail(1e200, degrees).ShouldBe(0, 1e-15);
    }

    // The same tables, p = 0.025.
    [Theory]
    [InlineData(4, 2.776, 0.001)]
    [InlineData(5, 2.571, 0.001)]
    [InlineData(9, 2.262, 0.0006)]
    [InlineData(19, 2.093, 0.0006)]
    [InlineData(30, 2.042, 0.0006)]
    [InlineData(120, 1.980, 0.0006)]
    public void Quantiles_agree_with_the_tables(long degrees, double t, double tolerance) =>
        StudentT.Quantile975(degrees).ShouldBe(t, tolerance);

    [Fact]
    public void Quantile_and_tail_are_inverse_to_the_stated_accuracy()
    {
        for (var degrees = 4; degrees < 2000; degrees++)
            StudentT.UpperTail(StudentT.Quantile975(degrees), degrees).ShouldBe(0.025, degrees < 8 ? 3e-5 : 3e-6);
    }
}
