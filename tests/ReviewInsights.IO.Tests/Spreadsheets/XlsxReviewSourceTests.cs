using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using static ReviewInsights.IO.Tests.Spreadsheets.TinyWorkbook;

namespace ReviewInsights.IO.Tests.Spreadsheets;

public sealed class XlsxReviewSourceTests
{
    private static readonly object?[] Header = ["评价ID", "评价内容", "评分", "评价时间"];

    private static (List<ReviewRow> Rows, ReadSummary Summary) Read(TinyWorkbook workbook, ReviewReaderOptions? options = null) =>
        Tiny.Read(workbook.ToBytes(), "导出.xlsx", options);

    [Fact]
    public void Cells_come_as_a_csv_would_hold_them()
    {
        var read = Read(new TinyWorkbook().Sheet("评价", Header,
            [Number("1234567890123"), "收纳盒很结实", Number("5"), Number("46082.5", style: 1)],
            ["0042", Inline("杯盖漏水"), Inline("2"), Number("46082", style: 2)],
            [Number("7"), Number("666"), Number("4.5"), Inline("2026-03-01 08:30:00")],
            [null, Boolean(true)]));

        read.Rows.Select(r => r.Review!.Id).ShouldBe(["1234567890123", "0042", "7", "4"]);
        read.Texts().ShouldBe(["收纳盒很结实", "杯盖漏水", "666", "true"]);
        read.Rows.Select(r => r.Review!.Rating).ShouldBe([5, 2, 4.5, null]);
        read.Rows.Select(r => r.Review!.CreatedAt).ShouldBe(
        [
            new DateTimeOffset(2026, 3, 1, 12, 0, 0, Tiny.China), new DateTimeOffset(2026, 3, 1, 0, 0, 0, Tiny.China),
            new DateTimeOffset(2026, 3, 1, 8, 30, 0, Tiny.China), null,
        ]);
        read.Rows.Select(r => r.HasOwnId).ShouldBe([true, true, true, false]);
        read.Rows.Select(r => r.Line).ShouldBe([2, 3, 4, 5]);
        (read.Summary.Format, read.Summary.Encoding, read.Summary.Rejected).ShouldBe((InputFormat.Xlsx, "unicode", 0));
        read.Summary.UnreadableValues.ShouldBeEmpty();
    }

    [Fact]
    public void Escapes_of_the_format_are_undone() =>
        Read(new TinyWorkbook().Sheet("a", ["text"], ["第一行_x000D_第二行"], [Inline("字面_x005F_x000D_")])).Texts()
            .ShouldBe(["第一行\r第二行", "字面_x000D_"]);

    [Fact]
    public void A_formula_counts_with_the_value_it_had_and_is_reported_where_it_had_none()
    {
        var read = Read(new TinyWorkbook().Sheet("a", ["text", "rating", "brand"],
            [Formula("CONCAT(\"很\",\"好\")", "很好", "str"), Formula("2+3", "5"), Formula("\"\"", "", "str")],
            [Formula("A9", cached: null), Formula("1+1", cached: null), "云岭"]));

        read.Texts().ShouldBe(["很好", ""]);
        read.Rows.Select(r => r.Review!.Rating).ShouldBe([5, null]);
        read.Summary.UnreadableValues.ShouldBe([new("rating", 1), new("text", 1)]);
    }

    [Fact]
    public void An_error_leaves_a_value_out_but_rejects_a_text()
    {
        var read = Read(new TinyWorkbook().Sheet("a", ["id", "text", "rating"],
            ["a", "颜色很正", Error("#N/A")], ["b", Error("#REF!"), Number("3")], ["c", "物流慢", Number("2")]));

        read.Texts().ShouldBe(["颜色很正", "物流慢"]);
        read.Summary.UnreadableValues.ShouldBe([new("rating", 1)]);
        var rejection = read.Rows[1].Rejection!;
        rejection.Reason.ShouldContain("B3");
        rejection.Reason.ShouldContain("#REF!");
        rejection.Raw.ShouldBe("b,#REF!,3");
        rejection.Line.ShouldBe(3);
    }

    [Fact]
    public void Rows_may_be_short_blank_or_far_down_and_numbers_are_those_of_the_sheet()
    {
        var workbook = new TinyWorkbook();
        workbook.SheetXml("a", workbook.RowXml(3, "text", "brand") + workbook.RowXml(5, "好") + workbook.RowXml(6, Inline("  ")) + workbook.RowXml(9, "行", "云岭"));

        var read = Read(workbook);

        read.Rows.Select(r => (r.Number, r.Line, r.Review!.Text, r.Review.Brand)).ShouldBe([(1, 5, "好", null), (2, 9, "行", "云岭")]);
    }

    [Fact]
    public void A_cell_beyond_the_header_rejects_the_row_and_keeps_it()
    {
        var read = Read(new TinyWorkbook().Sheet("a", ["id", "text"], ["1", "好"], ["2", "前半", "后半, 被\"拆\"开"], ["3", "行"]));

        read.Texts().ShouldBe(["好", "行"]);
        read.Rows[1].Rejection!.Reason.ShouldContain("C3");
        read.Rows[1].Rejection!.Raw.ShouldBe("2,前半,\"后半, 被\"\"拆\"\"开\"");
    }

    [Fact]
    public void Merged_cells_count_once()
    {
        var workbook = new TinyWorkbook();
        workbook.SheetXml("a", workbook.RowXml(1, "id", "text") + workbook.RowXml(2, "1", "共用的话") + workbook.RowXml(3, "2"), after: "<mergeCells count=\"1\"><mergeCell ref=\"B2:B3\"/></mergeCells>");

        Read(workbook).Texts().ShouldBe(["共用的话", ""]);
    }

    [Fact]
    public void Sheets_under_the_same_header_go_on_and_others_are_named()
    {
        var read = Read(new TinyWorkbook()
            .Sheet("封面").Sheet("一", ["id", "text"], ["1", "好"]).Sheet("说明", ["字段", "含义"], ["id", "编号"]).Sheet("二", ["id", "text"], ["2", "行"]).Sheet("空"));

        read.Rows.Select(r => (r.Number, r.Line, r.Review!.Text)).ShouldBe([(1, 2, "好"), (2, 2, "行")]);
        read.Summary.SkippedSheets.ShouldBe(["说明"]);
    }

    [Fact]
    public void A_workbook_that_a_library_wrote_is_read_like_one_made_by_hand()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(RowOf("评论ID", "评论"), RowOf("甲-1", "封口严实，茶香淡雅")));
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "评论" }));
        }

        var read = Tiny.Read(file.ToArray(), "-");

        read.Rows.Select(r => (r.Review!.Id, r.Review.Text, r.Line)).ShouldBe([("甲-1", "封口严实，茶香淡雅", 2)]);

        static Row RowOf(params string[] texts) => new(texts.Select(t => new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(t))) { DataType = CellValues.InlineString }));
    }

    [Fact]
    public void The_strict_form_is_refused_with_a_way_out()
    {
        var strict = new TinyWorkbook("http://purl.oclc.org/ooxml/spreadsheetml/main").Sheet("a", ["text"], ["好"]);
        Should.Throw<InvalidDataException>(() => Read(strict)).Message.ShouldContain("strict form");
    }

    [Fact]
    public void Columns_without_a_width_are_no_obstacle()
    {
        var workbook = new TinyWorkbook();
        workbook.SheetXml("a", workbook.RowXml(1, "text", "rating") + workbook.RowXml(2, Inline("  两边有空格 "), Error("#N/A")), before: "<cols><col min=\"1\" max=\"1\" style=\"3\"/></cols>");
        workbook.Sheet("b", ["text", "rating"], ["好", Number("5")]);

        var read = Read(workbook);

        read.Texts().ShouldBe(["  两边有空格 ", "好"]);
        read.Summary.UnreadableValues.ShouldBe([new("rating", 1)]);
    }

    [Fact]
    public void A_sheet_that_is_named_is_read_alone()
    {
        var workbook = new TinyWorkbook().Sheet("一", ["text"], ["好"]).Sheet("Feb", ["text"], ["行"]);

        var read = Read(workbook, new() { Sheet = "feb" });

        read.Texts().ShouldBe(["行"]);
        read.Summary.SkippedSheets.ShouldBeEmpty();
        Should.Throw<InputFormatException>(() => Read(workbook, new() { Sheet = "三" })).Message.ShouldContain("一, Feb");
    }

    [Fact]
    public void A_sheet_without_a_text_column_says_what_is_there() =>
        Should.Throw<InputFormatException>(() => Read(new TinyWorkbook().Sheet("表", ["甲", "乙"], ["1", "2"]))).Message.ShouldBe(
            "导出.xlsx[表]:1: no column holds the review text; name it with --text-column. Columns found: 甲, 乙");

    [Fact]
    public void A_workbook_is_known_by_its_content_also_packed_and_from_a_pipe()
    {
        var bytes = new TinyWorkbook().Sheet("a", ["text"], ["好"]).ToBytes();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);

        Tiny.Read(bytes, "-").Texts().ShouldBe(["好"]);
        Tiny.Read(packed.ToArray(), "a.xlsx.gz").Texts().ShouldBe(["好"]);
        using var input = ReviewInput.Open(new PipeStream(bytes), "-");
        using var source = input.Reviews();
        source.Read().Single().Review!.Text.ShouldBe("好");
    }

    [Fact]
    public void Damage_is_an_error_that_names_the_file_never_a_crash()
    {
        var random = new Random(20261129);
        var good = new TinyWorkbook().Sheet("a", [Header, .. Enumerable.Range(0, 60).Select(i => new object?[] { Number($"{i}"), $"第{i}条", Number("5"), Number("46082", 1) })]).ToBytes();
        for (var round = 0; round < 300; round++)
        {
            var bytes = round % 2 == 0 ? good[..random.Next(4, good.Length)] : good.ToArray();
            for (var hits = round % 2 * random.Next(1, 12); hits > 0; hits--)
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            try
            {
                Tiny.Read(bytes, "a.xlsx").Rows.ShouldAllBe(r => (r.Review == null) != (r.Rejection == null));
            }
            catch (Exception e) when (e is IOException or InvalidDataException or InputFormatException)
            {
                e.Message.ShouldStartWith("a.xlsx");
            }
        }

        Should.Throw<InvalidDataException>(() => Tiny.Read(good[..^40], "a.xlsx"));
        Should.Throw<InvalidDataException>(() => Tiny.Read("id,text\n1,好\n", "a.xlsx")).Message.ShouldContain("a.xlsx");
    }

    [Fact]
    public void Old_workbooks_and_other_archives_are_told_apart()
    {
        Should.Throw<InvalidDataException>(() => Tiny.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.xls")).Message.ShouldContain(".xls");
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
            zip.CreateEntry("评论.csv");
        Should.Throw<InvalidDataException>(() => Tiny.Read(archive.ToArray(), "a.zip")).Message.ShouldContain("unpack");
    }

    [Fact]
    public void Progress_goes_from_nothing_to_all()
    {
        var bytes = new TinyWorkbook().Sheet("a", [["text"], .. Enumerable.Range(0, 9).Select(i => new object?[] { $"第{i}条" })]).ToBytes();
        using var input = ReviewInput.Open(new MemoryStream(bytes), "a.xlsx");
        using var source = input.Reviews();
        source.Progress.ShouldBeNull();

        var seen = source.Read().Select(_ => source.Progress!.Value).ToArray();

        seen.ShouldBe(seen.Order());
        seen[0].ShouldBe(0.2, tolerance: 1e-9);
        seen[^1].ShouldBe(1);
    }

    /// <summary>Cannot seek, and gives a few bytes at a time.</summary>
    private sealed class PipeStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 100)]);
    }
}
