using ReviewInsights.Benchmarks.Guard;

namespace ReviewInsights.Benchmarks.Tests.Guard;

public sealed class GuardCommandTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public void A_ratio_that_nobody_can_keep_ends_in_exit_code_1()
    {
        Expect(1e9);

        Run("--only", "curve").ShouldBe(1);
    }

    [Fact]
    public void A_ceiling_that_is_kept_ends_in_exit_code_0()
    {
        Expect(1);

        Run("--only", "segment-allocation").ShouldBe(0);
    }

    [Fact]
    public void Updating_accepts_what_is_measured_and_keeps_the_rest()
    {
        Expect(1e9);

        Run("--only", "curve", "--update").ShouldBe(0);

        var updated = Baseline.Read(_path);
        updated.Of("curve").ShouldNotBeNull().ShouldBeLessThan(1e6);
        updated.Of("other").ShouldBe(7);
    }

    [Fact]
    public void Every_measure_has_a_committed_baseline()
    {
        var committed = Baseline.Read(Repository.PathOf("benchmarks", "guard.json"));
        using var set = new MeasureSet();

        set.All([64_000_000]).Select(measure => measure.Name).ShouldBe(committed.Measured.Keys, ignoreOrder: true);
    }

    public void Dispose() => File.Delete(_path);

    private void Expect(double ratio) => new Baseline("", new() { ["curve"] = ratio, ["other"] = 7 }).Write(_path);

    private int Run(params string[] options) => GuardCommand.Create().Parse(["--baseline", _path, .. options]).Invoke();
}
