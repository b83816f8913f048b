namespace ReviewInsights.IO.Tests;

public sealed class ReviewInputTests
{
    [Theory]
    [InlineData("a.csv", "text\n好\n", InputFormat.Csv)]
    [InlineData("a.TSV", "text\n好\n", InputFormat.Tsv)]
    [InlineData("a.jsonl.gz", "{\"text\":\"好\"}\n", InputFormat.Ndjson)]
    [InlineData("-", "{\"text\":\"好\"}\n", InputFormat.Ndjson)]
    [InlineData("-", "id,评论\n1,好\n", InputFormat.Csv)]
    [InlineData("a.txt", "id\t评论\n1\t好\n", InputFormat.Tsv)]
    [InlineData("-", "好\n", InputFormat.Lines)]
    [InlineData("-", "", InputFormat.Lines)]
    public void The_layout_is_told_from_the_name_or_the_first_line(string name, string text, InputFormat expected)
    {
        var read = Tiny.Read(text, name);
        read.Summary.Format.ShouldBe(expected);
        read.Texts().ShouldBe(text.Length == 0 ? [] : ["好"]);
    }

    [Fact]
    public void Who_names_a_column_expects_a_table() =>
        Should.Throw<InputFormatException>(() => Tiny.Read("一,二\n好,1\n", "-", Tiny.With(ReviewField.Text, "三"))).Message.ShouldContain("一, 二");

    [Fact]
    public void Lines_are_reviews_and_blank_lines_keep_their_number()
    {
        var read = Tiny.Read("好\n\n  行\r\n", "a.txt", new ReviewReaderOptions { Format = InputFormat.Lines });
        read.Rows.Select(r => (r.Review!.Id, r.Review.Text)).ShouldBe([("1", "好"), ("2", ""), ("3", "  行")]);
    }

    [Theory]
    [InlineData("a.csv", "id,text\n7,好\n,行\n")]
    [InlineData("a.ndjson", "{\"id\":7,\"text\":\"好\"}\n{\"text\":\"行\"}\n")]
    public void A_row_says_whether_it_had_an_id_of_its_own(string name, string text) =>
        Tiny.Read(text, name).Rows.Select(r => (r.Review!.Id, r.HasOwnId)).ShouldBe([("7", true), ("2", false)]);

    [Fact]
    public void Progress_is_the_share_of_the_bytes_where_their_number_is_known()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("做工不错\n", 100_000)));
        using var input = ReviewInput.Open(new MemoryStream(bytes), "a.txt");
        using var source = input.Reviews();
        var seen = source.Read().Select(_ => source.Progress!.Value).ToArray();
        seen.ShouldBe(seen.Order());
        seen[50_000].ShouldBe(0.5, tolerance: 0.1);
        seen[^1].ShouldBe(1);

        using var endless = ReviewInput.Open(new PipeStream("好\n"u8.ToArray()), "-");
        endless.Reviews().Progress.ShouldBeNull();
    }

    [Theory]
    [InlineData("a.csv", "sheet", "a sheet is named, but this is read as Csv")]
    [InlineData("a.ndjson", "table", "a table is named, but this is read as Ndjson")]
    [InlineData("a.txt", "query", "a query is given, but this is read as Csv")]
    [InlineData("a.tsv", "delimiter", "a delimiter is given, but this is read as Tsv")]
    [InlineData("a.db", "both", "a table and a query exclude each other")]
    [InlineData("a.xlsx", "table", "a table is named, but this is read as Xlsx")]
    public void What_a_layout_does_not_have_cannot_be_asked_of_it(string name, string asked, string message)
    {
        var options = asked switch
        {
            "sheet" => new ReviewReaderOptions { Sheet = "一" },
            "table" => new ReviewReaderOptions { Table = "t" },
            "query" => new ReviewReaderOptions { Query = "SELECT 1" },
            "delimiter" => new ReviewReaderOptions { Delimiter = ';' },
            _ => new ReviewReaderOptions { Table = "t", Query = "SELECT 1" },
        };
        Should.Throw<InputFormatException>(() => Tiny.Read("text\n好\n", name, options)).Message.ShouldBe($"{name}: {message}");
    }

    [Theory]
    [InlineData("id,text\n1,很好\n2,很好用\n3,好\n", "a.csv")]
    [InlineData("{\"text\":\"很好\"}\n{\"id\":\"甲\",\"text\":\"很好用\"}\n{\"text\":\"好\"}\n", "a.ndjson")]
    [InlineData("很好\n很好用\n好\n", "a.txt")]
    public void A_text_that_is_too_long_is_a_rejected_row(string content, string name)
    {
        var read = Tiny.Read(content, name, new ReviewReaderOptions { MaxTextLength = 2 });

        read.Texts().ShouldBe(["很好", "好"]);
        var rejection = read.Rows[1].Rejection.ShouldNotBeNull();
        (rejection.Number, rejection.Reason, rejection.Raw).ShouldBe((2, "the text has 3 UTF-16 code units; at most 2 are analysed", "很好用"));
        read.Rows[2].Number.ShouldBe(3);
        Should.Throw<ArgumentOutOfRangeException>(() => new ReviewReaderOptions { MaxTextLength = 0 });
    }

    [Fact]
    public void A_delimiter_makes_a_table_of_a_text_file() =>
        Tiny.Read("id^评论\n1^好^\n2^行\n", "a.txt", new ReviewReaderOptions { Delimiter = '^' }).Texts().ShouldBe(["行"]);

    [Fact]
    public void A_server_is_no_file_and_a_file_no_server()
    {
        Should.Throw<InputFormatException>(() => ReviewInput.Open("postgres://h/d", new ReviewReaderOptions { Format = InputFormat.Csv }).Format).Message.ShouldContain("not Csv");
        Should.Throw<InputFormatException>(() => Tiny.Read("text\n", "a.csv", new ReviewReaderOptions { Format = InputFormat.Postgres })).Message.ShouldContain("postgres://");
    }

    [Fact]
    public void A_line_that_starts_like_a_database_is_answered_at_once()
    {
        using var input = ReviewInput.Open(new LineByLine("SQLite format 3\n"u8.ToArray()), "-");
        using var source = input.Reviews();
        source.Read().First().Review!.Text.ShouldBe("SQLite format 3");
    }

    [Fact]
    public void A_source_can_be_read_once()
    {
        using var input = ReviewInput.Open(new MemoryStream("好\n"u8.ToArray()), "a.txt");
        using var source = input.Reviews();
        source.Read().Count().ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => source.Read());
    }

    [Fact]
    public void Rows_stream_instead_of_being_collected()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var input = ReviewInput.Open(new EndlessStream("{\"text\":\"物流很快，包装完好\"}\n"u8.ToArray()), "-");
        using var source = input.Reviews();

        source.Read().Take(200_000).Count().ShouldBe(200_000);

        // Collected, the rows would take 30 MB; other tests run beside this one.
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(15_000_000);
    }

    private sealed class PipeStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>Whoever reads behind the first line waits for ever; here, fails.</summary>
    private sealed class LineByLine(byte[] line) : MemoryStream(line)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and var count ? count : throw new InvalidOperationException("waits for ever");
    }

    private sealed class EndlessStream(byte[] line) : MemoryStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            for (var i = 0; i < buffer.Length; i++)
                buffer[i] = line[_at++ % line.Length];
            return buffer.Length;
        }
    }
}
