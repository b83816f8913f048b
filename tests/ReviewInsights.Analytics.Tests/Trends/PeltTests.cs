using ReviewInsights.Analytics.Trends;

namespace ReviewInsights.Analytics.Tests.Trends;

public sealed class PeltTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void It_finds_what_trying_all_segmentations_finds(int minimum)
    {
        var random = new Random(minimum);
        var withCuts = 0;
        for (var run = 0; run < 150; run++)
        {
            // Lumpy shares and empty days, and a penalty low enough that several cuts pay.
            var level = random.NextDouble();
            var buckets = Series.Random(random, random.Next(1, 15), random.Next(1, 12), _ =>
                random.NextDouble() < 0.25 ? level = random.NextDouble() : level);
            var counts = new BinomialCounts(buckets);
            var penalty = 0.3 + (4 * random.NextDouble());

            var cuts = Pelt.Cuts(counts, penalty, minimum);
            Total(counts, cuts, penalty).ShouldBe(Exhaustive(counts, penalty, minimum), 1e-9);
            Shortest(cuts, counts.Length).ShouldBeGreaterThanOrEqualTo(cuts.Count == 0 ? 0 : minimum);
            if (cuts.Count > 0) withCuts++;
        }

        withCuts.ShouldBeGreaterThan(25, "otherwise there was little to get wrong");
    }

    [Fact]
    public void Long_series_with_much_pruned_agree_with_the_recursion_that_prunes_nothing()
    {
        var random = new Random(11);
        for (var run = 0; run < 60; run++)
        {
            var level = 0.2;
            var counts = new BinomialCounts(Series.Random(random, 150, 20, _ =>
                random.NextDouble() < 0.05 ? level = random.NextDouble() : level));
            var cuts = Pelt.Cuts(counts, 6, minimum: 7);
            cuts.Count.ShouldBeGreaterThan(0);
            Total(counts, cuts, 6).ShouldBe(Unpruned(counts, 6, 7), 1e-8);
        }
    }

    [Fact]
    public void A_cut_within_a_gap_is_placed_where_reviews_start_again()
    {
        var days = Series.Of((50, 5), (50, 5), (50, 5), (0, 0), (0, 0), (0, 0), (50, 40), (50, 40), (50, 40));
        Pelt.Cuts(new BinomialCounts(days), 5, minimum: 2).ShouldBe([6]);
    }

    private static int Shortest(List<int> cuts, int length)
    {
        int[] ends = [0, .. cuts, length];
        return ends.Skip(1).Zip(ends, (end, start) => end - start).Min();
    }

    private static double Total(BinomialCounts counts, List<int> cuts, double penalty)
    {
        int[] ends = [0, .. cuts, counts.Length];
        return ends.Skip(1).Zip(ends, (end, start) => counts.Cost(start, end)).Sum() + (penalty * cuts.Count);
    }

    private static double Exhaustive(BinomialCounts counts, double penalty, int minimum)
    {
        var best = double.PositiveInfinity;
        for (var set = 0; set < 1 << (counts.Length - 1); set++)
        {
            List<int> cuts = [.. Enumerable.Range(1, counts.Length - 1).Where(cut => (set & (1 << (cut - 1))) != 0)];
            if (cuts.Count == 0 || Shortest(cuts, counts.Length) >= minimum) best = Math.Min(best, Total(counts, cuts, penalty));
        }

        return best;
    }

    private static double Unpruned(BinomialCounts counts, double penalty, int minimum)
    {
        var best = new double[counts.Length + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        for (var end = minimum; end <= counts.Length; end++)
        {
            for (var start = 0; start <= end - minimum; start++)
                best[end] = Math.Min(best[end], best[start] + counts.Cost(start, end) + penalty);
        }

        return best[^1];
    }
}
