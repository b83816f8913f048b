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
        Refusal(state.Replace("\"scores\":[", "\"scores\":[],\"was\":[", StringComparison.Ordinal)).ShouldContain("damaged");
        Refusal(state.Replace("\"key\":\"杯\"", "\"key\":null", StringComparison.Ordinal).Replace("\"key\":\"\\u676F\"", "\"key\":null", StringComparison.Ordinal)).ShouldContain("a key is null");
    }

    [Theory]
    [InlineData("\"positive\":[", "\"positive\":[-")]
    [InlineData("\"counts\":[", "\"counts\":[-")]
    public void A_number_of_reviews_below_0_is_refused(string was, string becomes)
    {
        var state = Encoding.UTF8.GetString(Save(Collect([[new StageOpinion("usage", "purchase", 0.5)]])));
        state.ShouldContain(was);
        Refusal(state.Replace(was, becomes, StringComparison.Ordinal)).ShouldContain("no number of reviews");
    }

    [Theory]
    [InlineData("\"reviews\":1,", "\"reviews\":9223372036854775807,")]
    [InlineData("\"counts\":[1,", "\"counts\":[9223372036854775807,")]
    [InlineData("\"scores\":[[150,1]", "\"scores\":[[150,9223372036854775807]")]
    [InlineData("false,1]]", "false,9223372036854775807]]")]
    public void Sums_that_no_reviews_add_up_to_are_refused(string was, string becomes)
    {
        var state = Encoding.UTF8.GetString(Save(Collect([[new StageOpinion("usage", "purchase", 0.5)]])));
        state.ShouldContain(was);
        var huge = Encoding.UTF8.GetBytes(state.Replace(was, becomes, StringComparison.Ordinal));
        var otherKey = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(huge).Replace("\"key\":\"", "\"key\":\"2", StringComparison.Ordinal));

        var same = new GroupedCurveAggregator();
        same.Merge(new MemoryStream(huge));
        Should.Throw<InvalidDataException>(() => same.Merge(new MemoryStream(huge))).Message.ShouldContain("damaged");

        var two = new GroupedCurveAggregator();
        two.Merge(new MemoryStream(huge));
        two.Merge(new MemoryStream(otherKey));
        Should.Throw<OverflowException>(two.ToCurves);
    }

    [Fact]
    public void Groups_whose_names_differ_in_half_a_surrogate_pair_stay_two()
    {
        var whole = new GroupedCurveAggregator();
        foreach (var key in (string[])["杯\ud83d", "杯\ud83c", "杯\ufffd", "杯😀"]) whole.Add(key, [new StageOpinion("用\udc00", "usage", 0.5)]);

        var merged = new GroupedCurveAggregator();
        merged.Merge(new MemoryStream(Save(whole)));

        merged.ToCurves().Groups.Select(g => g.Key).ShouldBe(whole.ToCurves().Groups.Select(g => g.Key));
        Save(merged).ShouldBe(Save(whole));
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
