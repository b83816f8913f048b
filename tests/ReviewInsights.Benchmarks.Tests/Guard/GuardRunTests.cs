using ReviewInsights.Benchmarks.Guard;

namespace ReviewInsights.Benchmarks.Tests.Guard;

/// <summary>A guard that never failed is not trusted.</summary>
public sealed class GuardRunTests
{
    private static readonly Baseline Earlier = Baseline.None.With("", [new Verdict("segment", null, Measured: 4, Limit: 0, Passed: true)]);

    [Theory]
    [InlineData(4.0, true)]
    [InlineData(9.0, true)]
    [InlineData(3.01, true)]
    [InlineData(2.99, false)]
    public void A_ratio_fails_when_it_is_down_by_more_than_a_quarter(double measured, bool passed) =>
        Run(new Scripted("segment", null, measured)).Verdict.Passed.ShouldBe(passed);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 0.1, false)]
    [InlineData(3072, 3072, true)]
    [InlineData(3072, 3073, false)]
    public void A_ceiling_fails_when_it_is_passed(double ceiling, double measured, bool passed) =>
        Run(new Scripted("objects-allocation", ceiling, measured)).Verdict.Passed.ShouldBe(passed);

    [Fact]
    public void A_ratio_without_a_baseline_fails_at_once()
    {
        var measure = new Scripted("unheard-of", null, 1);

        Run(measure).Verdict.Passed.ShouldBeFalse();
        measure.Taken.ShouldBe(1);
    }

    [Fact]
    public void One_bad_moment_of_the_machine_does_not_count()
    {
        var measure = new Scripted("segment", null, 1, 2, 4);

        Run(measure).Verdict.Passed.ShouldBeTrue();
        measure.Taken.ShouldBe(3);
    }

    [Fact]
    public void A_failure_counts_after_two_repeats()
    {
        var measure = new Scripted("segment", null, 1, 1, 1, 4);

        Run(measure).Verdict.Passed.ShouldBeFalse();
        measure.Taken.ShouldBe(3);
    }

    [Fact]
    public void A_failure_names_measure_baseline_measured_and_limit() =>
        Run(new Scripted("segment", null, 1.5)).Verdict.ToString().ShouldBe("segment: baseline 4, measured 1.5, limit 3");

    [Fact]
    public void The_table_shows_what_failed() => Run(new Scripted("segment", null, 1)).Table.ShouldContain("FAILED");

    private static (Verdict Verdict, string Table) Run(Scripted measure)
    {
        using var table = new StringWriter();
        return (new GuardRun(Earlier, table).Take([measure]).Single(), table.ToString());
    }

    /// <summary>A measure that gives the numbers it was told.</summary>
    private sealed class Scripted(string name, double? ceiling, params double[] numbers) : IMeasure
    {
        public int Taken { get; private set; }

        public string Name => name;

        public string Description => "";

        public double? Ceiling => ceiling;

        public double Take() => numbers[Math.Min(Taken++, numbers.Length - 1)];
    }
}
