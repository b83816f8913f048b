namespace ReviewInsights.IO.Tests.Columns;

public sealed class ReviewAssemblerTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+08:00")]
    [InlineData("2026/3/1 12:30", "2026-03-01T12:30:00+08:00")]
    [InlineData("2026.03.01 9:05:07", "2026-03-01T09:05:07+08:00")]
    [InlineData("2026年3月1日", "2026-03-01T00:00:00+08:00")]
    [InlineData("2026年3月1日 08:00", "2026-03-01T08:00:00+08:00")]
    [InlineData("2026-03-01T12:30:05Z", "2026-03-01T12:30:05+00:00")]
    [InlineData("2026-03-01T12:30:05.25+09:30", "2026-03-01T12:30:05.25+09:30")]
    [InlineData("2026-03-01 12:30:05 -0500", "2026-03-01T12:30:05-05:00")]
    [InlineData("20260301", "2026-03-01T00:00:00+08:00")]
    [InlineData("20260301123005", "2026-03-01T12:30:05+08:00")]
    [InlineData("1772339405", "2026-03-01T12:30:05+08:00")]
    [InlineData("1772339405250", "2026-03-01T12:30:05.25+08:00")]
    public void Times_are_read_in_the_forms_exports_use(string text, string expected)
    {
        var time = Tiny.Read($"text,created_at\n好,{text}\n", "a.csv").Rows[0].Review!.CreatedAt;
        time!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz").ShouldBe(expected);
    }

    [Theory]
    [InlineData("03/01/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-01 25:00")]
    [InlineData("2026-03-01 12:30 PM")]
    [InlineData("2026-03-01T12:30:05+99:00")]
    [InlineData("20261301")]
    [InlineData("昨天")]
    [InlineData("12")]
    [InlineData("-1")]
    public void A_time_that_cannot_be_read_is_left_out_and_counted_and_the_row_stays(string text)
    {
        var read = Tiny.Read($"text,created_at\n好,{text}\n", "a.csv");

        read.Rows[0].Review.ShouldBe(new Review("1", "好"));
        read.Summary.UnreadableValues.ShouldBe([new("created_at", 1)]);
    }

    [Theory]
    [InlineData("5", 5.0)]
    [InlineData("4.5", 4.5)]
    [InlineData("3星", 3.0)]
    [InlineData("", null)]
    public void Ratings_are_read(string text, double? expected)
    {
        var read = Tiny.Read($"text,rating\n好,{text}\n", "a.csv");
        read.Rows[0].Review!.Rating.ShouldBe(expected);
        read.Summary.UnreadableValues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("NaN")]
    [InlineData("好评")]
    public void Ratings_outside_1_to_5_are_left_out_and_counted(string text)
    {
        var read = Tiny.Read($"text,rating\n好,{text}\n好,4\n", "a.csv");
        read.Rows.Select(r => r.Review!.Rating).ShouldBe([null, 4.0]);
        read.Summary.UnreadableValues["rating"].ShouldBe(1);
    }

    [Fact]
    public void Nothing_of_a_rejected_row_leaks_into_the_next()
    {
        var read = Tiny.Read("{\"id\":\"a\",\"brand\":\"山\",\"text\":1}\n{\"text\":\"好\"}\n", "a.ndjson");
        read.Rows[1].Review.ShouldBe(new Review("2", "好"));
    }
}
