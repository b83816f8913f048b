using ReviewInsights.IO.Duplicates;

namespace ReviewInsights.IO.Tests.Duplicates;

public sealed class DuplicateCounterTests
{
    [Theory]
    [InlineData(0, 8)]
    [InlineData(7, 8)]
    [InlineData(8, 8)]
    [InlineData(9, 8)]
    [InlineData(1_000, 8)]
    [InlineData(100_000, 4_096)]
    [InlineData(100_000, 1 << 20)]
    public void Repetitions_are_counted_exactly_whether_or_not_they_fit_into_memory(int rows, int capacity)
    {
        var random = new Random(5);
        var hashes = Enumerable.Range(0, rows).Select(_ => (ulong)random.Next(Math.Max(1, rows / 2))).ToArray();
        using var counter = new DuplicateCounter(capacity);

        foreach (var hash in hashes)
            counter.Add(hash);

        counter.Count().ShouldBe(rows - hashes.Distinct().Count());
    }

    [Fact]
    public void No_file_is_left_behind()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp");
        using (var counter = new DuplicateCounter(capacity: 2))
        {
            for (var i = 0UL; i < 9; i++)
                counter.Add(i);
            counter.Count().ShouldBe(0);
        }

        Directory.GetFiles(Path.GetTempPath(), "tmp*.tmp").Except(before).ShouldBeEmpty();
    }
}
