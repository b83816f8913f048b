using System.Security.Cryptography;
using ReviewInsights.Benchmarks.Generation;
using ReviewInsights.IO;

namespace ReviewInsights.Benchmarks.Tests.Generation;

public sealed class DumpTests
{
    private const ulong Seed = 7;

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("lines")]
    public void The_same_seed_gives_the_same_bytes(string format)
    {
        Bytes(format, Seed, rows: 3000).ShouldBe(Bytes(format, Seed, rows: 3000));
        Bytes(format, Seed, rows: 3000).ShouldNotBe(Bytes(format, Seed + 1, rows: 3000));
    }

    /// <summary>Results are compared over years: a change of this hash makes all earlier figures incomparable.</summary>
    [Fact]
    public void The_bytes_are_those_of_every_other_machine() =>
        Convert.ToHexStringLower(SHA256.HashData(Bytes("csv", seed: 1, rows: 10_000)))
            .ShouldBe("ceb5e9feac0c896f095d9b4a07dfb70e531df4aee52af78f772c8431e896d00c");

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("lines")]
    public void A_small_dump_is_the_beginning_of_a_large_one(string format)
    {
        var small = Bytes(format, Seed, rows: 2000);
        var large = Bytes(format, Seed, rows: 9000);

        SHA256.HashData(large.AsSpan(0, small.Length)).ShouldBe(SHA256.HashData(small));
    }

    [Fact]
    public void A_dump_ends_with_the_row_that_reaches_the_size_asked_for()
    {
        using var stream = new MemoryStream();

        var written = Dump.Write(stream, DumpFormat.Of("csv"), Seed, bytes: 1_000_000);

        written.Bytes.ShouldBe(stream.Length);
        written.Bytes.ShouldBeInRange(1_000_000, 1_020_000);
        stream.ToArray()[^1].ShouldBe((byte)'\n');
    }

    [Theory]
    [InlineData("csv", InputFormat.Csv)]
    [InlineData("ndjson", InputFormat.Ndjson)]
    [InlineData("lines", InputFormat.Lines)]
    public void Our_own_reader_reads_every_row_and_finds_nothing_odd(string format, InputFormat expected)
    {
        using var input = ReviewInput.Open(new MemoryStream(Bytes(format, Seed, rows: 20_000)), "dump." + format);
        using var source = input.Reviews();

        var texts = source.Read().Select(row => row.Review!.Text).ToArray();

        texts.ShouldBe(ReviewGenerator.Texts(Seed, 20_000));
        source.Summary.Format.ShouldBe(expected);
        source.Summary.Rows.ShouldBe(20_000);
        source.Summary.Rejected.ShouldBe(0);
        source.Summary.ReplacedSequences.ShouldBe(0);
        source.Summary.UnreadableValues.ShouldBeEmpty();
    }

    [Fact]
    public void Every_column_arrives()
    {
        using var input = ReviewInput.Open(new MemoryStream(Bytes("csv", Seed, rows: 500)), "dump.csv");
        using var source = input.Reviews();

        foreach (var review in source.Read().Select(row => row.Review!))
        {
            review.CreatedAt!.Value.Year.ShouldBeInRange(2024, 2025);
            review.Rating!.Value.ShouldBeInRange(1, 5);
            review.ProductId.ShouldNotBeNullOrEmpty();
            review.Brand.ShouldNotBeNullOrEmpty();
            review.Channel.ShouldNotBeNullOrEmpty();
        }
    }

    private static byte[] Bytes(string format, ulong seed, long rows)
    {
        using var stream = new MemoryStream();
        Dump.Write(stream, DumpFormat.Of(format), seed, rows);
        return stream.ToArray();
    }
}
