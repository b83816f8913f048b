using ReviewInsights.Benchmarks.Guard.Oracles;

namespace ReviewInsights.Benchmarks.Tests.Guard.Oracles;

/// <summary>The oracles do the work they are compared for.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Maximum_matching_takes_the_longest_word() =>
        new MaximumMatching(new() { ["手机"] = 1, ["手机壳"] = 1 }).Segment("手机壳x").ShouldBe([(0, 3), (3, 1)]);

    [Fact]
    public void Substrings_find_target_opinion_and_negator()
    {
        var found = new SubstringAnalysis().Analyze("电池不太漂亮，物流很快");

        found.Select(o => o.Expression).ShouldBe(["漂亮", "快"]);
        found[0].Score.ShouldBeLessThan(0);
        found[0].Aspect.ShouldStartWith("usage");
    }

    [Fact]
    public void Plain_records_are_valid_json() =>
        PlainRecords.ToJson("1", [("usage", "\"好\"", 0.5)]).ShouldBe("""{"id":"1","opinions":[{"aspect":"usage","expression":"\"好\"","score":0.5}]}""");

    [Fact]
    public void Score_lists_average_reviews_by_stage()
    {
        var lists = new ScoreLists();
        lists.Add([("usage", 0.5), ("usage", -0.5)]);
        lists.Add([("usage", 1)]);

        lists.ToCurve()["usage"].Mean.ShouldBe(0.5, tolerance: 1e-9);
    }
}
