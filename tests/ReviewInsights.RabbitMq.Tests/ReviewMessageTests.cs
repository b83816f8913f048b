using System.Text;

namespace ReviewInsights.RabbitMq.Tests;

public sealed class ReviewMessageTests
{
    [Fact]
    public void A_message_is_a_line_of_the_input_and_may_be_laid_out_over_several()
    {
        var review = Read("{\r\n  \"评论ID\": \"甲-1\",\n  \"评价内容\": \"质量很好\\n还会再买\",\n  \"product_id\": \"杯\"\n}\n", 7);
        review.ShouldBe(new Review("甲-1", "质量很好\n还会再买") { ProductId = "杯" });
    }

    [Theory]
    [InlineData("{\"text\":\"好\"}", 41L, "41")]
    [InlineData("{\"id\":\"1\",\"text\":\"好\"}", 41L, "1")]
    [InlineData("{\"id\":2,\"text\":\"好\"}", 41L, "2")]
    [InlineData("{\"text\":\"好\"}", null, "1")]
    public void A_review_without_an_identifier_is_called_by_its_place(string body, long? sequence, string id) => Read(body, sequence).Id.ShouldBe(id);

    [Theory]
    [InlineData("", "blank")]
    [InlineData("{broken", "invalid JSON")]
    [InlineData("{\"id\":\"1\"}", "no property holds the review text")]
    [InlineData("{\"text\":\"好\"}\n{\"text\":\"坏\"}", "invalid JSON")]
    [InlineData("{\"text\":5}", "is a number, not a string")]
    public void What_is_no_review_says_why(string body, string reason)
    {
        ReviewMessage.Read(Encoding.UTF8.GetBytes(body), sequence: 1, out var why).ShouldBeNull();
        why.ShouldContain(reason);
    }

    [Fact]
    public void A_text_that_is_too_long_to_analyse_is_refused()
    {
        var longest = new ReviewAnalyzerOptions().MaxTextLength;
        Read($"{{\"text\":\"{new string('好', longest)}\"}}", 1).Text.Length.ShouldBe(longest);
        ReviewMessage.Read(Encoding.UTF8.GetBytes($"{{\"text\":\"{new string('好', longest + 1)}\"}}"), 1, out var why).ShouldBeNull();
        why.ShouldContain($"at most {longest}");
    }

    private static Review Read(string body, long? sequence)
    {
        var review = ReviewMessage.Read(Encoding.UTF8.GetBytes(body), sequence, out var reason);
        reason.ShouldBeEmpty();
        return review.ShouldNotBeNull();
    }
}
