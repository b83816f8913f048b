namespace ReviewInsights.IO.Tests.Json;

public sealed class NdjsonReviewSourceTests
{
    [Fact]
    public void Ids_may_be_strings_or_numbers()
    {
        var read = Tiny.Read("{\"id\":\"r1\",\"text\":\"好\"}\n{\"id\":12345678901234567890,\"text\":\"好\"}\n{\"text\":\"好\",\"id\":null}\n", "a.ndjson");
        read.Rows.Select(r => r.Review!.Id).ShouldBe(["r1", "12345678901234567890", "3"]);
    }

    [Theory]
    [InlineData("{\"text\":\"没关", "invalid JSON")]
    [InlineData("{\"text\":\"好\"} x", "invalid JSON")]
    [InlineData("[1]", "an array")]
    [InlineData("\"好\"", "a string")]
    [InlineData("{\"id\":\"1\"}", "--text-column")]
    [InlineData("{\"text\":null}", "\"text\" is null")]
    [InlineData("{\"text\":5}", "\"text\" is a number")]
    [InlineData("{\"text\":[\"好\"]}", "\"text\" is an array")]
    public void Broken_lines_are_rejected_with_a_reason_and_reading_goes_on(string line, string reason)
    {
        var read = Tiny.Read($"{{\"text\":\"一\"}}\n{line}\n{{\"text\":\"三\"}}\n", "a.ndjson");

        read.Texts().ShouldBe(["一", "三"]);
        var rejection = read.Rows[1].Rejection!;
        (rejection.Number, rejection.Line, rejection.Raw).ShouldBe((2, 2, line));
        rejection.Reason.ShouldContain(reason);
    }

    [Fact]
    public void The_place_of_invalid_json_counts_characters_not_bytes() =>
        //  {"text":"好评",x   the x is the 14th character
        Tiny.Read("{\"text\":\"好评\",x}\n", "a.ndjson").Rows[0].Rejection!.Column.ShouldBe(14);

    [Fact]
    public void Half_a_surrogate_pair_is_kept_as_it_is()
    {
        var read = Tiny.Read("""{"text":"好\ud83d","id":"\udc00x","brand":"\"\\\/\b\f\n\r\t\u597d"}""", "a.ndjson");

        var review = read.Rows[0].Review!;
        review.Text.ShouldBe("好\ud83d");
        review.Id.ShouldBe("\udc00x");
        review.Brand.ShouldBe("\"\\/\b\f\n\r\t好".Trim());
    }

    [Fact]
    public void Escaped_emoji_come_out_as_one_character() =>
        Tiny.Read("""{"text":"\ud83d\ude00好"}""", "a.ndjson").Texts().ShouldBe(["😀好"]);

    [Fact]
    public void Blank_lines_are_nothing_unless_every_line_must_be_answered()
    {
        const string Text = "{\"text\":\"一\"}\n\n  \n{\"text\":\"二\"}\n";
        Tiny.Read(Text, "a.ndjson").Rows.Count.ShouldBe(2);
        var strict = Tiny.Read(Text, "a.ndjson", new ReviewReaderOptions { RejectBlankLines = true });
        strict.Rows.Count.ShouldBe(4);
        strict.Summary.Rejected.ShouldBe(2);
    }

    [Fact]
    public void Numbers_and_nested_values_of_optional_fields_do_no_harm()
    {
        var read = Tiny.Read("{\"text\":\"好\",\"rating\":4,\"sku\":77,\"brand\":{\"x\":1},\"created_at\":1772339405,\"extra\":[1]}\n", "a.ndjson");

        var review = read.Rows[0].Review!;
        (review.Rating, review.ProductId, review.Brand).ShouldBe((4, "77", null));
        review.CreatedAt!.Value.ToUnixTimeSeconds().ShouldBe(1772339405);
        read.Summary.UnreadableValues.ShouldBe([new("brand", 1)]);
    }

    [Fact]
    public void Deeply_nested_json_is_rejected_not_fatal() =>
        Tiny.Read($"{{\"text\":\"好\",\"x\":{new string('[', 100_000)}\n", "a.ndjson").Rows[0].Rejection!.Reason.ShouldContain("depth");
}
