namespace ReviewInsights.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void What_the_code_allocates_every_time_is_seen()
    {
        object? kept = null;

        Allocation.Of(() => kept = new byte[100]).ShouldBeInRange(100, 10_000);
        kept.ShouldNotBeNull();
    }
}
