using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace ReviewInsights.IO.Tests;

public sealed class XlsxResultSinkTests
{
    private static readonly ResultTable Table = new(["usage", "design", "value"], ["receiving", "usage"], includeText: true);

    // The reader asks for the code page of old workbooks even where it reads a new one.
    static XlsxResultSinkTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static byte[] Workbook(IEnumerable<ReviewAnalysis> analyses, out WriteLosses losses, int rowsPerSheet = XlsxResultSink.MaxRowsPerSheet)
    {
        using var stream = new MemoryStream();
        using var sink = new XlsxResultSink(stream, Table, rowsPerSheet);
        foreach (var analysis in analyses)
        {
            sink.Write(analysis);
            sink.Flush();
        }

        sink.Complete();
        losses = sink.Losses;
        return stream.ToArray();
    }

    private static byte[] Workbook(params ReviewAnalysis[] analyses) => Workbook(analyses, out _);

    private static List<(string Name, List<object?[]> Rows)> Read(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static object? Cell(List<object?[]> rows, int row, string column) => rows[row][Array.IndexOf(rows[0], column)];

    [Fact]
    public void One_review_is_one_row_with_numbers_as_numbers()
    {
        var review = new Review("r-17", "屏幕很大，电池不太耐用") { Rating = 4, CreatedAt = new(2026, 3, 1, 0, 0, 0, Tiny.China) };
        var (name, rows) = Read(Workbook(Tiny.Analysis(review))).ShouldHaveSingleItem();

        name.ShouldBe("tagged");
        rows.Count.ShouldBe(2);
        rows[0].ShouldBe(Table.Columns.Select(column => (object)column.Name));
        rows[1].ShouldBe(
            [
                "r-17", "2026-03-01T00:00:00+08:00", 4.0, null, null, null, null, null, null, null, "mixed", -0.05, 0.6123, "negative", "positive", null, null, -0.7,
                null, "design 0.6 屏幕很大 | usage.battery -0.7 不太耐用", "zh-0.1+3f9a", "屏幕很大，电池不太耐用",
            ]);
    }

    [Fact]
    public void Every_text_comes_back_whole_or_is_counted()
    {
        var rows = Read(Workbook(StrangeTexts.Reviews, out var losses))[0].Rows;

        foreach (var (text, at) in StrangeTexts.All.Select((text, at) => (text, at)))
            (Cell(rows, at + 1, "text") ?? "").ShouldBe(text == StrangeTexts.Long ? text[..32_767] : text, $"text {at}");
        losses.ShouldBe(new WriteLosses(0, 0, 0, ShortenedTexts: 1));
    }

    [Fact]
    public void A_long_text_is_not_cut_within_an_emoji()
    {
        var text = new string('好', 32_766) + "👍";
        Cell(Read(Workbook(StrangeTexts.Review(text)))[0].Rows, 1, "text").ShouldBe(text[..32_766]);
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_is_a_text_and_stays_one_when_edited()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Workbook(StrangeTexts.Review(StrangeTexts.Formula))), isEditable: false);
        var part = document.WorkbookPart!;
        var cells = part.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        var formats = part.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();

        part.WorksheetParts.Single().Worksheet.Descendants<CellFormula>().ShouldBeEmpty();
        var cell = cells.Single(c => c.InnerText == StrangeTexts.Formula);
        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        formats[(int)cell.StyleIndex!.Value].QuotePrefix!.Value.ShouldBeTrue();
        formats[(int)cells.Single(c => c.InnerText == "mixed").StyleIndex!.Value].QuotePrefix.ShouldBeNull();
    }

    [Fact]
    public void The_header_is_bold_and_stays_in_sight()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Workbook()), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet;

        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)sheet.Descendants<Cell>().First().StyleIndex!.Value);
        styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value).Bold.ShouldNotBeNull();
    }

    [Fact]
    public void A_full_sheet_is_followed_by_another_with_the_header()
    {
        var sheets = Read(Workbook(Enumerable.Range(1, 5).Select(i => StrangeTexts.Review(StrangeTexts.Long, $"r-{i}")), out var losses, rowsPerSheet: 3));

        sheets.Select(sheet => sheet.Name).ShouldBe(["tagged", "tagged 2", "tagged 3"]);
        sheets.ShouldAllBe(sheet => (string)sheet.Rows[0][0]! == "id");
        sheets.SelectMany(sheet => sheet.Rows.Skip(1)).Select(row => row[0]).ShouldBe(["r-1", "r-2", "r-3", "r-4", "r-5"]);
        losses.ShortenedTexts.ShouldBe(5);
    }

    [Fact]
    public void The_workbook_is_what_the_standard_says()
    {
        var workbook = Workbook(StrangeTexts.Reviews, out _, rowsPerSheet: 10);
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        using var archive = new ZipArchive(new MemoryStream(workbook));
        archive.Entries[0].FullName.ShouldBe("[Content_Types].xml");
        foreach (var entry in archive.Entries)
            XDocument.Load(entry.Open()).Root.ShouldNotBeNull();
    }

    [Fact]
    public void The_same_rows_are_the_same_bytes()
    {
        var first = Workbook([.. StrangeTexts.Reviews]);
        Workbook([.. StrangeTexts.Reviews]).ShouldBe(first);

        // An archive stamps its entries with the clock, in steps of two seconds, unless it is told a time.
        using var archive = new ZipArchive(new MemoryStream(first));
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
    }

    [Fact]
    public void A_workbook_given_up_is_none()
    {
        using var stream = new MemoryStream();
        using (var sink = new XlsxResultSink(stream, Table))
            sink.Write(Tiny.Analysis());
        Should.Throw<InvalidDataException>(() => new ZipArchive(new MemoryStream(stream.ToArray())));
    }

    [Fact]
    public void A_complete_workbook_takes_no_more_rows()
    {
        using var sink = new XlsxResultSink(new MemoryStream(), Table);
        sink.Complete();
        Should.Throw<InvalidOperationException>(() => sink.Write(Tiny.Analysis()));
    }

    [Fact]
    public void A_stream_that_cannot_seek_will_do()
    {
        using var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionMode.Compress, leaveOpen: true))
        using (var sink = new XlsxResultSink(stream, Table))
        {
            sink.Write(Tiny.Analysis());
            sink.Complete();
        }

        target.Position = 0;
        using var unpacked = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionMode.Decompress))
            stream.CopyTo(unpacked);
        Read(unpacked.ToArray())[0].Rows.Count.ShouldBe(2);
    }
}
