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
