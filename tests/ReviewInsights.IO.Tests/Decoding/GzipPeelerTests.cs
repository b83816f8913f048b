using System.IO.Compression;
using System.Text;

namespace ReviewInsights.IO.Tests.Decoding;

public sealed class GzipPeelerTests
{
    // What the magic bytes do not start is no gzip.
    private const int MagicLength = 2;

    private static readonly byte[] Table = Encoding.UTF8.GetBytes("id,text\n1,物流很快，包装完好\n2,电池不耐用 😡\n");

    private static readonly string[] TableTexts = ["物流很快，包装完好", "电池不耐用 😡"];

    private static byte[] Pack(byte[] plain, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true))
            gzip.Write(plain);
        return packed.ToArray();
    }

    private static byte[] Reviews(int count, bool varied = true) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i => varied ? $"第{i}条评论，{i * 7919 % 1000:x}\n" : "好\n")));

    private static int Rows(byte[] bytes, int chunk = int.MaxValue)
    {
        using var input = ReviewInput.Open(new SlowStream(bytes, chunk), "a.txt", new ReviewReaderOptions { Format = InputFormat.Lines });
        using var source = input.Reviews();
        return source.Read().Count();
    }

    [Fact]
    public void Gzip_is_known_by_content_not_by_name()
    {
        Tiny.Read(Pack(Table), "reviews.csv").Texts().ShouldBe(TableTexts);
        Tiny.Read(Pack(Table), "reviews.csv.gz").Texts().ShouldBe(TableTexts);
        Tiny.Read(Table, "reviews.csv.gz").Texts().ShouldBe(TableTexts);
    }

    [Theory]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Wherever_a_file_is_cut_it_is_an_error_not_an_end(CompressionLevel level)
    {
        var packed = Pack(Reviews(300), level);
        for (var length = MagicLength; length < packed.Length; length++)
            Should.Throw<InvalidDataException>(() => Rows(packed[..length]), $"{length} of {packed.Length}");
        Rows(packed).ShouldBe(300);
    }

    [Fact]
    public void Members_in_a_row_are_one_input_that_may_only_end_between_them()
    {
        byte[][] members = [Pack(Reviews(50)), Pack([]), Pack(Reviews(1)), Pack(Reviews(30))];
        byte[] packed = [.. members.SelectMany(m => m)];
        var wholes = members.Select((_, i) => members[..i].Sum(m => m.Length)).ToList();
        for (var length = MagicLength; length < packed.Length; length++)
        {
            if (wholes.Contains(length))
                Rows(packed[..length]).ShouldBeGreaterThanOrEqualTo(50);
            else
                Should.Throw<InvalidDataException>(() => Rows(packed[..length]), $"{length} of {packed.Length}");
        }

        foreach (var chunk in (int[])[1, 2, 7, members[0].Length, int.MaxValue])
            Rows(packed, chunk).ShouldBe(81, $"in chunks of {chunk}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(100_000)]
    public void Zeros_behind_the_end_are_padding(int count)
    {
        byte[] padded = [.. Pack(Reviews(40)), .. new byte[count]];
        Rows(padded).ShouldBe(40);
        Rows(padded, chunk: 1).ShouldBe(40);
    }

    [Fact]
    public void Packed_nothing_is_nothing()
    {
        Rows(Pack([])).ShouldBe(0);
        Rows([.. Pack([]), .. Pack([])]).ShouldBe(0);
    }

    [Fact]
    public void Last_bytes_that_look_like_a_length_do_not_make_a_cut_file_whole()
    {
        var packed = Pack(Reviews(2000));
        foreach (var tail in (byte[][])[[0, 0, 0, 0], [1, 0, 0, 0], [0xFF, 0, 0, 0], [0x1F, 0x8B, 8, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0, 0, 0]])
        {
            foreach (var length in (int[])[20, packed.Length / 2, packed.Length - 9, packed.Length - 8, packed.Length - 4])
                Should.Throw<InvalidDataException>(() => Rows([.. packed[..length], .. tail]), $"{length} bytes and {Convert.ToHexString(tail)}");
        }
    }

    [Fact]
    public void A_cut_file_gives_no_row_that_is_not_in_it()
    {
        var plain = Reviews(3000, varied: false);
        var packed = Pack(plain);
        for (var length = packed.Length - 40; length < packed.Length; length++)
        {
            using var input = ReviewInput.Open(new MemoryStream(packed[..length]), "a.txt", new ReviewReaderOptions { Format = InputFormat.Lines });
            using var source = input.Reviews();
            var rows = new List<string>();
            Should.Throw<InvalidDataException>(() => rows.AddRange(source.Read().Select(r => r.Review!.Text))).Message.ShouldContain("ends early");
            rows.ShouldAllBe(r => r == "好");
            rows.Count.ShouldBeLessThanOrEqualTo(3000);
        }
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        // A derived MemoryStream reads spans through the array overload, so limiting that one limits both.
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(chunk, count));
    }
}
