using System.Text;
using CsvHelper;

namespace ReviewInsights.IO.Tests;

public sealed class CsvFormatTests
{
    private static readonly CsvFormat Format = new() { Aspects = ["usage", "design", "value"], Stages = ["receiving", "usage"], IncludeText = true };

    private static readonly CsvFormat MarkedFormat = new() { Aspects = ["usage", "design", "value"], Stages = ["receiving", "usage"], IncludeText = true, WithByteOrderMark = true };

    private static string Table(CsvFormat format, params ReviewAnalysis[] analyses)
    {
        using var stream = new MemoryStream();
        using (var writer = new ResultWriter(stream, format))
        {
            foreach (var analysis in analyses)
                writer.Write(analysis);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void One_review_is_one_row() => Table(Format, Tiny.Analysis()).ShouldBe(
        """
        id,created_at,rating,product_id,brand,category,channel,order_id,batch,user_id,overall_polarity,overall_score,overall_confidence,aspect.usage,aspect.design,aspect.value,stage.receiving,stage.usage,suggestion,opinions,lexicon,text
        r-17,,,,,,,,,,mixed,-0.05,0.6123,negative,positive,,,-0.7,,design 0.6 屏幕很大 | usage.battery -0.7 不太耐用,zh-0.1+3f9a,屏幕很大，电池不太耐用

        """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+86", "'+86")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("a=b", "a=b")]
    public void Texts_cannot_become_formulas(string brand, string cell) =>
        Table(Format, Tiny.Analysis(new Review("1", "屏幕很大，电池不太耐用") { Brand = brand })).ShouldContain($"\n1,,,,{cell},,");

    [Fact]
    public void Our_own_reader_reads_the_table_back()
    {
        var review = new Review("1", "第一行,\n\"好\"的，电池不太耐用");
        var read = Tiny.Read(Table(MarkedFormat, Tiny.Analysis(review)), "a.csv");
        read.Texts().ShouldBe([review.Text]);
        read.Rows[0].Review!.Id.ShouldBe("1");
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\r')]
    [InlineData('\n')]
    [InlineData('，')]
    public void A_delimiter_that_cannot_be_read_back_is_refused(char delimiter) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CsvFormat { Aspects = [], Stages = [], Delimiter = delimiter }).Message.ShouldContain("ASCII");

    [Fact]
    public void The_mark_for_spreadsheets_comes_on_request()
    {
        Table(Format)[0].ShouldBe('i');
        Table(MarkedFormat)[0].ShouldBe('\uFEFF');
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    public void Every_text_comes_back_whole_or_is_counted(char delimiter)
    {
        using var stream = new MemoryStream();
        using var writer = new ResultWriter(stream, new CsvFormat { Aspects = [], Stages = [], IncludeText = true, Delimiter = delimiter });
        foreach (var analysis in StrangeTexts.Reviews)
            writer.Write(analysis);
        writer.Complete();

        stream.Position = 0;
        using var reader = CsvReader.Create(stream, CsvReaderOptions.Default with { Separator = delimiter, HasHeader = false });
        reader.Read().ShouldBeTrue();
        reader.GetString(reader.FieldCount - 1).ShouldBe("text");
        foreach (var text in StrangeTexts.All)
        {
            reader.Read().ShouldBeTrue();
            var guard = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "";
            reader.GetString(reader.FieldCount - 1).ShouldBe(guard + StrangeTexts.WithReplacement(text, StrangeTexts.IsLoneHalf));
        }

        reader.Read().ShouldBeFalse();
        writer.Losses.ShouldBe(new WriteLosses(GuardedFormulas: 6, ReplacedSurrogates: 2, 0, 0));
    }

    [Fact]
    public void Tabs_make_a_table_that_our_own_reader_reads_back()
    {
        var format = new CsvFormat { Aspects = ["usage"], Stages = ["usage"], IncludeText = true, Delimiter = '\t' };
        var review = new Review("1", "第一行,\n\"好\"\t的，电池不太耐用");
        var table = Table(format, Tiny.Analysis(review));

        table.ShouldStartWith("id\tcreated_at\trating\t");
        table.ShouldContain("\t\"第一行,\n\"\"好\"\"\t的，电池不太耐用\"\n");
        Tiny.Read(table, "a.tsv").Texts().ShouldBe([review.Text]);
    }

    [Fact]
    public void A_row_by_itself_is_the_row_of_the_table() =>
        Table(Format, Tiny.Analysis()).ShouldEndWith("\n" + Tiny.Line(Format, Tiny.Analysis()));
}
