using System.Buffers;
using System.Text;

namespace ReviewInsights.IO.Tests;

public sealed class NdjsonFormatTests
{
    [Fact]
    public void A_record_is_what_the_contract_says() =>
        Tiny.Line(new NdjsonFormat(), Tiny.Analysis()).ShouldBe(
            """{"v":1,"id":"r-17","overall":{"polarity":"mixed","score":-0.05,"confidence":0.6123},"""
            + "\"" + """aspects":{"usage":"negative","design":"positive"},"opinions":["""
            + """{"aspect":"design","attribute":null,"polarity":"positive","score":0.6,"confidence":0.9,"stage":"none","clause":[0,4],"target":[0,2],"expression":[0,4]},"""
            + """{"aspect":"usage","attribute":"usage.battery","polarity":"negative","score":-0.7,"confidence":0.91,"stage":"usage","clause":[5,6],"target":null,"expression":[7,4]}],"""
            + "\"" + """stages":{"usage":-0.7},"suggestion":null,"lexicon":"zh-0.1+3f9a"}""" + "\n");

    [Fact]
    public void Evidence_comes_on_request_and_ends_at_the_score() =>
        Tiny.Line(new NdjsonFormat { IncludeEvidence = true }, Tiny.Analysis()).ShouldContain(
            "\"" + """evidence":[{"kind":"lexicon","rule":"polarity/general.tsv:41","span":[9,2],"before":0,"after":0.8},"""
            + """{"kind":"negation","rule":"不太","span":[7,2],"before":0.8,"after":-0.7}]""");

    [Fact]
    public void Metadata_that_is_set_goes_with_the_record()
    {
        var review = new Review("1", "好") { CreatedAt = new(2026, 3, 1, 0, 0, 0, Tiny.China), Rating = 4, Brand = "山" };
        Tiny.Line(new NdjsonFormat { IncludeText = true }, Tiny.Analysis(review))
            .ShouldStartWith("""{"v":1,"id":"1","created_at":"2026-03-01T00:00:00+08:00","rating":4,"brand":"山","text":"好","overall":""");
    }

    // Not rows of the theory below: the test framework keeps its rows as UTF-8 and would lose the lone halves.
    [Fact]
    public void Lone_surrogates_are_escaped_and_come_back()
    {
        Text_is_written_readably_and_without_loss("好\ud83d", """好\ud83d""");
        Text_is_written_readably_and_without_loss("\udc00好\ud83d\ud83d\ude00", """\udc00好\ud83d😀""");
    }

    [Theory]
    [InlineData("物流很快👍🏻，\"好\"\\", """物流很快👍🏻，\"好\"\\""")]
    [InlineData("a\n\r\t\u0001\u2028<b>&'\u007f", """a\n\r\t\u0001\u2028<b>&'""" + "\u007f")]
    public void Text_is_written_readably_and_without_loss(string text, string json)
    {
        var line = Tiny.Line(new NdjsonFormat { IncludeText = true }, Tiny.Analysis(new Review(text, text)));

        line.ShouldContain($"\"text\":\"{json}\"");
        Tiny.Read(line, "a.ndjson").Rows[0].Review!.Text.ShouldBe(text);
        Tiny.ReadTagged(line)[0].Review!.Review.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData(0.00005, "0")]
    [InlineData(-0.00001, "0")]
    [InlineData(1.0, "1")]
    [InlineData(1 / 3.0, "0.3333")]
    public void Scores_have_four_decimals_and_no_minus_zero(double score, string json) =>
        Tiny.Line(new NdjsonFormat(), Tiny.Analysis() with { Overall = new(Polarity.Neutral, score, 0.5) })
            .ShouldContain($"\"score\":{json},\"confidence\":0.5");

    [Fact]
    public void A_rejection_is_answered_by_one_line()
    {
        var buffer = new ArrayBufferWriter<byte>();
        NdjsonFormat.WriteRejection(buffer, new RowRejection("-", 3, 4, 14, "invalid JSON", "{x"));
        Encoding.UTF8.GetString(buffer.WrittenSpan)
            .ShouldBe("{\"v\":1,\"error\":\"invalid JSON\",\"row\":3,\"line\":4,\"column\":14}\n");
    }

    [Fact]
    public void Records_lose_nothing()
    {
        using var stream = new MemoryStream();
        using var writer = new ResultWriter(stream, new NdjsonFormat { IncludeText = true });
        foreach (var analysis in StrangeTexts.Reviews)
            writer.Write(analysis);
        writer.Complete();

        Tiny.ReadTagged(Encoding.UTF8.GetString(stream.ToArray())).Select(row => row.Review!.Review.Text).ShouldBe(StrangeTexts.All);
        writer.Losses.ShouldBe(default);
    }
}
