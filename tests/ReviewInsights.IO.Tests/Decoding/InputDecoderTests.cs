using System.Text;

namespace ReviewInsights.IO.Tests.Decoding;

public sealed class InputDecoderTests
{
    private const string Table = "id,text\n1,物流很快，包装完好\n2,电池不耐用 😡\n";

    private static readonly string[] TableTexts = ["物流很快，包装完好", "电池不耐用 😡"];

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16BE", false, "utf-16BE")]
    [InlineData("utf-16BE", true, "utf-16BE")]
    [InlineData("utf-32", true, "utf-32")]
    [InlineData("utf-32BE", true, "utf-32BE")]
    [InlineData("gb18030", false, "gb18030")]
    public void The_encoding_is_found_with_and_without_a_mark(string name, bool mark, string found)
    {
        var encoding = name == "gb18030" ? Tiny.Gb18030 : Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Table)];

        var read = Tiny.Read(bytes, "reviews.csv");

        read.Texts().ShouldBe(TableTexts);
        read.Rows[0].Review!.Id.ShouldBe("1");
        read.Summary.Encoding.ShouldBe(found);
        read.Summary.ReplacedSequences.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4096)]
    public void Slow_streams_do_not_change_what_is_found(int chunk)
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Tiny.Gb18030])
        {
            using var input = ReviewInput.Open(new SlowStream(encoding.GetBytes(Table), chunk), "reviews.csv");
            using var source = input.Reviews();
            source.Read().Select(r => r.Review!.Text).ShouldBe(TableTexts, encoding.WebName);
        }
    }

    [Fact]
    public void Gb18030_is_found_even_behind_many_kilobytes_of_ascii()
    {
        var ascii = string.Concat(Enumerable.Repeat("1,nothing but latin letters here\n", 10_000));
        var read = Tiny.Read(Tiny.Gb18030.GetBytes("id,text\n" + ascii + "2,颜色和图片不一样\n"), "reviews.csv");

        read.Rows[^1].Review!.Text.ShouldBe("颜色和图片不一样");
        read.Summary.Encoding.ShouldBe("gb18030");
    }

    [Fact]
    public void Short_gb_text_that_happens_to_be_valid_utf8_is_read_as_gb() =>
        //  模通 is C4 A3 CD A8 in GB: two valid two-byte sequences of UTF-8
        Tiny.Read(Tiny.Gb18030.GetBytes("模通\n"), "a.txt").Texts().ShouldBe(["模通"]);

    [Fact]
    public void Latin_letters_with_accents_stay_utf8() =>
        Tiny.Read("café 不是中文 é\n"u8.ToArray(), "a.txt").Summary.Encoding.ShouldBe("utf-8");

    [Fact]
    public void One_broken_byte_does_not_turn_a_utf8_file_into_gb_and_is_reported()
    {
        var bytes = Encoding.UTF8.GetBytes("text\n很好用\n质量X不错\n物流很快\n");
        bytes[Array.IndexOf(bytes, (byte)'X')] = 0xFF;

        var read = Tiny.Read(bytes, "reviews.csv");

        read.Texts().ShouldBe(["很好用", "质量\uFFFD不错", "物流很快"]);
        read.Summary.Encoding.ShouldBe("utf-8");
        read.Summary.ReplacedSequences.ShouldBe(1);
        read.Summary.FirstReplacedLine.ShouldBe(3);
    }

    [Fact]
    public void A_replacement_character_that_stands_in_the_input_is_not_counted() =>
        Tiny.Read("text\n质量\uFFFD不错\n", "reviews.csv").Summary.ReplacedSequences.ShouldBe(0);

    [Fact]
    public void A_file_cut_in_the_middle_of_a_character_is_reported()
    {
        var bytes = Encoding.UTF8.GetBytes("text\n很好用");
        Tiny.Read(bytes[..^1], "reviews.csv").Summary.ReplacedSequences.ShouldBe(1);
    }

    [Fact]
    public void A_named_encoding_is_not_second_guessed()
    {
        var read = Tiny.Read(Encoding.UTF8.GetBytes("text\n很好\n"), "a.csv", new ReviewReaderOptions { Encoding = "gb18030" });

        read.Summary.Encoding.ShouldBe("gb18030");
        read.Texts().ShouldNotBe(["很好"]);
    }

    [Theory]
    [InlineData("big5", "電池很耐用，物流也快")]
    [InlineData("gbk", "电池很耐用，物流也快")]
    [InlineData("gb2312", "电池很耐用，物流也快")]
    [InlineData("utf-16", "电池很耐用，物流也快")]
    [InlineData("utf-16BE", "电池很耐用，物流也快")]
    public void An_encoding_can_be_named(string name, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var read = Tiny.Read(encoding.GetBytes($"text\n{text}\n"), "a.csv", new ReviewReaderOptions { Encoding = name });

        read.Texts().ShouldBe([text]);
        read.Summary.ReplacedSequences.ShouldBe(0);
    }

    [Theory]
    [InlineData("utf-8", "gb18030")]
    [InlineData("gb18030", "utf-8")]
    [InlineData("big5", "utf-8")]
    public void The_wrong_encoding_is_counted_with_its_first_line(string wrong, string right)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(right) ?? Encoding.GetEncoding(right);
        var read = Tiny.Read(encoding.GetBytes("id,text\n1,fine\n2,做工精细手感好😀\n3,客服回复慢\n"), "a.csv", new ReviewReaderOptions { Encoding = wrong });

        read.Summary.ReplacedSequences.ShouldBeGreaterThan(0);
        read.Summary.FirstReplacedLine.ShouldBe(3);
        read.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public void An_unknown_encoding_is_refused_before_anything_is_read() =>
        Should.Throw<ArgumentException>(() => Tiny.Read("text\n", "a.csv", new ReviewReaderOptions { Encoding = "klingon" }))
            .Message.ShouldContain("klingon");

    [Fact]
    public void Nothing_waits_for_more_than_the_line_that_is_there()
    {
        using var input = ReviewInput.Open(new LiveStream("{\"text\":\"好\"}\n"u8.ToArray()), "-", new ReviewReaderOptions { Format = InputFormat.Ndjson });
        using var source = input.Reviews();

        using var rows = source.Read().GetEnumerator();
        rows.MoveNext().ShouldBeTrue();
        rows.Current.Review!.Text.ShouldBe("好");
        source.HasBufferedRow.ShouldBeFalse();
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        // A derived MemoryStream reads spans through the array overload, so limiting that one limits both.
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(chunk, count));
    }

    /// <summary>A pipe whose other end is alive: asking for more than it holds would wait for ever, so it fails the test.</summary>
    private sealed class LiveStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read
            ? read
            : throw new InvalidOperationException("the reader waits although a whole line is there");
    }
}
