namespace ReviewInsights.IO.Tests.Json;

public sealed class TaggedRecordReaderTests
{
    private static readonly Review Full = new("r-17", "屏幕很大，电池不太耐用")
    {
        CreatedAt = new DateTimeOffset(2026, 3, 1, 12, 30, 5, 250, Tiny.China),
        Rating = 2.5,
        ProductId = "s1",
        Brand = "山\ud83d",
        Category = "手机😀",
        Channel = "a\"b",
        OrderId = "o",
        Batch = "b",
        UserId = "u",
    };

    [Fact]
    public void A_tagged_file_says_what_the_analysis_says()
    {
        var analysis = Tiny.Analysis(Full) with { Suggestion = new TextSpan(5, 6) };
        var expected = TaggedReview.From(analysis);

        var read = Tiny.ReadTagged(Tiny.Line(new NdjsonFormat { IncludeText = true, IncludeEvidence = true }, analysis))[0].Review!;

        read.Review.ShouldBe(expected.Review);
        read.Overall.ShouldBe(expected.Overall);
        read.Aspects.ShouldBe(expected.Aspects);
        read.Opinions.ShouldBe(expected.Opinions);
        read.Stages.ShouldBe(expected.Stages);
        read.Suggestion.ShouldBe(expected.Suggestion);
        read.Lexicon.ShouldBe(expected.Lexicon);
    }

    [Theory]
    [InlineData("{\"v\":2,\"id\":\"1\"}", "version 2")]
    [InlineData("{\"v\":1,\"error\":\"no text\",\"row\":3}", "no text")]
    [InlineData("{\"v\":1,\"id\":\"1\"}", "\"overall\" is missing")]
    [InlineData("{\"text\":\"好\"}", "\"v\" is missing")]
    [InlineData("{\"v\":1,\"id\":\"1\",\"overall\":{\"polarity\":\"good\",\"score\":1,\"confidence\":1},\"opinions\":[]}", "good")]
    [InlineData("{\"v\":1,\"id\":\"1\",\"overall\":{\"polarity\":5,\"score\":1,\"confidence\":1},\"opinions\":[]}", "polarity 5")]
    [InlineData("{\"v\":1,\"id\":1,\"overall\":3,\"opinions\":[]}", "not a tagged record")]
    [InlineData("{", "invalid JSON")]
    public void Other_lines_are_rejected_with_a_reason(string line, string reason) =>
        Tiny.ReadTagged(line + "\n")[0].Rejection!.Reason.ShouldContain(reason);

    [Fact]
    public void Tagged_and_raw_inputs_are_told_apart_without_losing_a_row()
    {
        foreach (var (text, isTagged) in new[] { (Tiny.Line(new NdjsonFormat(), Tiny.Analysis()), true), ("{\"text\":\"好\"}\n", false) })
        {
            using var input = ReviewInput.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "-");
            input.IsTagged.ShouldBe(isTagged);
            (isTagged ? input.Tagged().Count() : input.Reviews().Read().Count()).ShouldBe(1);
        }
    }
}
