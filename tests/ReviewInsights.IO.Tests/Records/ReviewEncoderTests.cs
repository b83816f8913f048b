using System.Buffers;
using System.Text;

namespace ReviewInsights.IO.Tests.Records;

public sealed class ReviewEncoderTests
{
    private static readonly ReviewAnalyzer Analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());

    private static readonly CsvFormat Format = new() { Aspects = ["usage", "logistics"], Stages = ["usage"], IncludeText = true };

    [Fact]
    public void Each_thread_counts_what_it_could_not_write_and_the_counts_add_up()
    {
        var output = new ArrayBufferWriter<byte>();
        var (first, second) = (Format.OpenEncoder(Analyzer), Format.OpenEncoder(Analyzer));
        first.WriteRow(output, new Review("1", "=物流很快"));
        first.WriteRow(output, new Review("2", "物流很快"));
        second.WriteRow(output, new Review("-3", "=电池不耐用\ud83d"));

        first.Losses.ShouldBe(new WriteLosses(GuardedFormulas: 1, 0, 0, 0));
        first.Losses.Merge(second.Losses).ShouldBe(new WriteLosses(GuardedFormulas: 3, ReplacedSurrogates: 1, 0, 0));
    }

    [Fact]
    public void Its_bytes_are_those_of_the_format()
    {
        var output = new ArrayBufferWriter<byte>();
        var review = new Review("1", "物流很快，但是电池不太耐用");
        var encoder = Format.OpenEncoder(Analyzer);
        encoder.WriteRow(output, new Review("0", "很好"));
        output.ResetWrittenCount();
        encoder.WriteRow(output, review);
        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe(Tiny.Line(Format, Analyzer.Analyze(review)));
    }

    [Fact]
    public void Records_count_no_losses()
    {
        var encoder = new NdjsonFormat { IncludeText = true }.OpenEncoder(Analyzer);
        encoder.WriteRow(new ArrayBufferWriter<byte>(), new Review("1", StrangeTexts.LoneHalf + StrangeTexts.Null));
        encoder.Losses.ShouldBe(default);
    }
}
