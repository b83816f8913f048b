namespace ReviewInsights.IO.Tests.Columns;

public sealed class ColumnMapTests
{
    [Fact]
    public void Chinese_exports_are_understood()
    {
        const string Table = "评价ID,评论内容,星级,评价时间,商品ID,品牌,品类,渠道,订单号,批次,用户昵称,阶段,服务评分,物流评分,商品评分\n"
            + "9,好,4,2026-03-01,s1,山,手机,天猫,o1,b1,小王,usage,5,3,4\n";

        var review = Tiny.Read(Table, "a.csv").Rows[0].Review!;

        review.ShouldBe(new Review("9", "好")
        {
            Rating = 4,
            CreatedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, Tiny.China),
            ProductId = "s1",
            Brand = "山",
            Category = "手机",
            Channel = "天猫",
            OrderId = "o1",
            Batch = "b1",
            UserId = "小王",
            Stage = "usage",
            ServiceScore = 5,
            LogisticsScore = 3,
            ProductScore = 4,
        });
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("REVIEW_TEXT")]
    [InlineData(" reviewText ")]
    [InlineData("评论")]
    [InlineData("评价")]
    [InlineData("评价内容")]
    [InlineData("评论内容")]
    [InlineData("内容")]
    public void The_text_column_is_found_under_its_many_names(string name) =>
        Tiny.Read($"{name},x\n好,1\n", "a.csv").Texts().ShouldBe(["好"]);

    [Fact]
    public void Of_several_candidates_the_more_specific_wins_wherever_it_stands()
    {
        Tiny.Read("内容,评论内容\n商品介绍,好\n", "a.csv").Texts().ShouldBe(["好"]);
        Tiny.Read("评论内容,内容\n好,商品介绍\n", "a.csv").Texts().ShouldBe(["好"]);
        Tiny.Read("{\"内容\":\"商品介绍\",\"评论内容\":\"好\"}\n{\"评论内容\":\"好\",\"内容\":\"商品介绍\"}\n", "a.ndjson").Texts().ShouldBe(["好", "好"]);
    }

    [Fact]
    public void A_column_named_by_option_replaces_the_known_names() =>
        Tiny.Read("text,追评\n好,坏了\n", "a.csv", Tiny.With(ReviewField.Text, "追评")).Texts().ShouldBe(["坏了"]);

    [Fact]
    public void A_column_can_be_taken_for_another_field_than_its_name_says()
    {
        var review = Tiny.Read("text,sku,brand\n好,s,b\n", "a.csv", Tiny.With(ReviewField.ProductId, "brand")).Rows[0].Review!;
        (review.ProductId, review.Brand).ShouldBe(("b", null));
    }
}
