namespace ReviewInsights.IO.Tests.Delimited;

public sealed class DelimitedReviewSourceTests
{
    [Fact]
    public void Quoted_cells_may_hold_delimiters_quotes_and_line_ends()
    {
        var read = Tiny.Read("id,text,rating\n1,\"第一行,\r\n第二行说\"\"不好\"\"\",3\n2,很好,5\n", "a.csv");

        read.Texts().ShouldBe(["第一行,\r\n第二行说\"不好\"", "很好"]);
        read.Rows.Select(r => r.Line).ShouldBe([2, 4]);
        read.Rows[0].Review!.Rating.ShouldBe(3);
    }

    [Fact]
    public void A_quote_inside_an_unquoted_cell_is_an_inch_mark() =>
        Tiny.Read("text,rating\n55\"的屏幕,5\n", "a.csv").Texts().ShouldBe(["55\"的屏幕"]);

    [Fact]
    public void Rows_with_too_few_or_too_many_cells_are_rejected_and_reading_goes_on()
    {
        var read = Tiny.Read("id,text\n1,好\n2\n3,好,多了\n4,行\n", "a.csv");

        read.Texts().ShouldBe(["好", "行"]);
        var rejected = read.Rows.Where(r => r.Rejection is not null).Select(r => r.Rejection!).ToList();
        rejected.Select(r => (r.Number, r.Line, r.Raw)).ShouldBe([(2, 3, "2"), (3, 4, "3,好,多了")]);
        rejected[1].Reason.ShouldContain("3 cells");
        rejected[1].Reason.ShouldContain("2");
        (read.Summary.Rows, read.Summary.Rejected).ShouldBe((4, 2));
    }

    [Fact]
    public void An_unclosed_quote_costs_one_row_not_the_rest_of_the_file()
    {
        var read = Tiny.Read("id,text\n1,\"忘了关\n2,好\n3,行\n", "a.csv");

        read.Texts().ShouldBe(["好", "行"]);
        var rejection = read.Rows[0].Rejection!;
        (rejection.Line, rejection.Column, rejection.Raw).ShouldBe((2, 3, "1,\"忘了关"));
        rejection.Reason.ShouldContain("not closed");
        read.Rows.Skip(1).Select(r => r.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void An_unclosed_quote_before_a_quoted_row_costs_one_row()
    {
        var read = Tiny.Read("text,rating\n\"忘了关,5\n\"第二条\",4\n\"第三,\n条\",3\n", "a.csv");

        read.Texts().ShouldBe(["第二条", "第三,\n条"]);
        read.Rows[0].Rejection!.Raw.ShouldBe("\"忘了关,5");
    }

    [Fact]
    public void Text_behind_a_closing_quote_rejects_the_row() =>
        Tiny.Read("text,rating\n\"好\"吗,5\n行,4\n", "a.csv").Texts().ShouldBe(["行"]);

    [Fact]
    public void In_tsv_a_stray_quote_is_text()
    {
        Tiny.Read("text\trating\n\"很好\"物美价廉\t5\n行\t4\n", "a.tsv").Texts().ShouldBe(["\"很好\"物美价廉", "行"]);
        Tiny.Read("text\trating\n\"一\t二\"\t5\n", "a.tsv").Texts().ShouldBe(["一\t二"]);
    }

    [Theory]
    [InlineData("编号;评论;评分\n1;好,很好;5\n", "a.csv")]
    [InlineData("编号|评论|评分\n1|好,很好|5\n", "a.csv")]
    [InlineData("编号\t评论\t评分\n1\t好,很好\t5\n", "a.txt")]
    public void The_delimiter_is_told_from_the_header(string text, string name)
    {
        var review = Tiny.Read(text, name).Rows[0].Review!;
        (review.Id, review.Text, review.Rating).ShouldBe(("1", "好,很好", 5));
    }

    [Fact]
    public void A_named_delimiter_is_obeyed() =>
        Tiny.Read("text#id\n好#7\n", "a.csv", new ReviewReaderOptions { Delimiter = '#' }).Rows[0].Review!.Id.ShouldBe("7");

    [Fact]
    public void A_table_without_text_column_says_what_it_found_and_what_to_do()
    {
        var e = Should.Throw<InputFormatException>(() => Tiny.Read("sku,说明\n1,好\n", "shop.csv"));

        e.Message.ShouldContain("shop.csv:1");
        e.Message.ShouldContain("sku, 说明");
        e.Message.ShouldContain("--text-column");
    }

    [Fact]
    public void A_column_named_by_option_must_exist()
    {
        var e = Should.Throw<InputFormatException>(() => Tiny.Read("text,sku\n好,1\n", "shop.csv", Tiny.With(ReviewField.CreatedAt, "when")));

        e.Message.ShouldContain("'when'");
        e.Message.ShouldContain("--created-at-column");
    }

    [Fact]
    public void A_broken_header_is_an_error_with_its_place() =>
        Should.Throw<InputFormatException>(() => Tiny.Read("id,\"text\n1,好\n", "a.csv")).Message.ShouldStartWith("a.csv:1:4:");

    [Fact]
    public void A_table_of_nothing_but_a_header_has_no_rows()
    {
        Tiny.Read("text\n", "a.csv").Rows.ShouldBeEmpty();
        Tiny.Read("", "a.csv").Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Blank_lines_are_no_rows_and_missing_ids_are_row_numbers()
    {
        var read = Tiny.Read("text,id\n好,\n\n行, x \n", "a.csv");
        read.Rows.Select(r => r.Review!.Id).ShouldBe(["1", "x"]);
        Tiny.Read("text\n好\n\n行\n", "a.csv").Rows.Select(r => r.Review!.Id).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void An_empty_text_is_a_review_without_words() =>
        Tiny.Read("id,text\n1,\n", "a.csv").Texts().ShouldBe([""]);

    [Fact]
    public void The_text_is_not_touched() =>
        Tiny.Read("id,text\n1,\u3000 好  \n", "a.csv").Texts().ShouldBe(["\u3000 好  "]);

    [Fact]
    public void A_thousand_unclosed_quotes_do_not_take_quadratic_time()
    {
        var text = "id,text\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},\"坏\n"));
        var read = Tiny.Read(text, "a.csv");
        read.Rows.Count.ShouldBeGreaterThan(9_000);
    }
}
