using System.Text;

namespace ReviewInsights.Analytics.Tests.Curves;

public sealed class PartialStateTests
{
    private static readonly string[] Keys = ["杯", "壶", ""];

    [Fact]
    public void Shards_saved_and_merged_in_any_order_give_the_curves_of_one_run()
    {
        var reviews = Journeys.Random(seed: 5, reviews: 900).ToArray();
        var whole = Collect(reviews);
        var shards = reviews.Chunk(170).Select(chunk => Save(Collect(chunk))).ToArray();

        foreach (var order in (byte[][][])[shards, [.. shards.Reverse()], [.. shards.OrderBy(s => s.Length)]])
        {
            var merged = new GroupedCurveAggregator();
            foreach (var shard in order) merged.Merge(new MemoryStream(shard));

            Save(merged).ShouldBe(Save(whole));
            Journeys.Json(merged.ToCurves().Overall).ShouldBe(Journeys.Json(whole.ToCurves().Overall));
            merged.ToCurves().Groups.Select(g => Journeys.Json(g.Curve)).ShouldBe(whole.ToCurves().Groups.Select(g => Journeys.Json(g.Curve)));
        }
    }

    [Fact]
    public void States_of_other_stages_versions_or_kinds_are_refused_with_a_reason()
    {
        var state = Encoding.UTF8.GetString(Save(Collect(Journeys.Random(seed: 1, reviews: 50))));

        Refusal(state.Replace("\"usage\"", "\"use\"", StringComparison.Ordinal)).ShouldContain("has the stages purchase, anticipation, receiving, use, aftersales");
        Refusal(state.Replace("\"curves\":1", "\"curves\":9", StringComparison.Ordinal)).ShouldContain("version 9; this library reads version 1");
        Refusal("{}").ShouldContain("no state of curves");
        Refusal(state[..^20]).ShouldContain("damaged");
        Refusal(state.Replace("\"positive\":[", "\"positive\":[1,", StringComparison.Ordinal)).ShouldContain("\"positive\" has 6 numbers instead of 5");
    }

    private static string Refusal(string state) =>
        Should.Throw<InvalidDataException>(() => new GroupedCurveAggregator().Merge(new MemoryStream(Encoding.UTF8.GetBytes(state)))).Message;

    private static GroupedCurveAggregator Collect(IEnumerable<StageOpinion[]> reviews)
    {
        var aggregator = new GroupedCurveAggregator();
        foreach (var review in reviews) aggregator.Add(Keys[review.Length % Keys.Length], review);
        return aggregator;
    }

    private static byte[] Save(GroupedCurveAggregator aggregator)
    {
        using var stream = new MemoryStream();
        aggregator.Save(stream);
        return stream.ToArray();
    }
}
