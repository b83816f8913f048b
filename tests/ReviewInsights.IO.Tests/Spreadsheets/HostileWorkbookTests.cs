using System.Diagnostics;
using System.Text;

namespace ReviewInsights.IO.Tests.Spreadsheets;

/// <summary>Workbooks that no program writes, made to cost memory or time or to lose reviews without a word.</summary>
public sealed class HostileWorkbookTests
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>评价内容</t></is></c></row>";

    private static string Cell(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static (List<ReviewRow> Rows, ReadSummary Summary) Read(string rows) => Tiny.Read(new TinyWorkbook().SheetXml("评价", Header + rows).ToBytes(), "导出.xlsx");

    [Theory]
    [InlineData("ZZZZZZ3")]
    [InlineData("XFE3")]
    [InlineData("A1048577")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA3")]
    [InlineData("A99999999999")]
    public void A_cell_beyond_the_last_one_is_damage_and_is_named(string reference)
    {
        var message = Should.Throw<InvalidDataException>(() => Read($"<row r=\"2\">{Cell("A2", "好")}</row><row r=\"3\">{Cell(reference, "坏")}</row>")).Message;
        message.ShouldStartWith("导出.xlsx: the workbook is damaged");
        message.ShouldContain("sheet '评价'");
        message.ShouldContain(reference);
    }

    [Theory]
    [InlineData("2000000000")]
    [InlineData("1048577")]
    [InlineData("99999999999")]
    [InlineData("0")]
    [InlineData("-7")]
    public void A_row_that_cannot_be_is_damage_and_is_named(string number)
    {
        var message = Should.Throw<InvalidDataException>(() => Read($"<row r=\"2\">{Cell("A2", "好")}</row><row r=\"{number}\">{Cell("A3", "坏")}</row>")).Message;
        message.ShouldContain("sheet '评价'");
        message.ShouldContain($"'{number}'");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public void Rows_of_one_number_do_not_become_one_row(int second) =>
        Should.Throw<InvalidDataException>(() => Read($"<row r=\"2\">{Cell("A2", "好")}</row><row r=\"{second}\">{Cell("A2", "坏")}</row>"))
            .Message.ShouldContain($"row {second} comes behind row 2");

    [Fact]
    public void More_cells_than_a_row_has_are_damage() =>
        Should.Throw<InvalidDataException>(() => Read($"<row r=\"2\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_385))}</row>"))
            .Message.ShouldContain("row 2 has more than 16384 cells");

    [Fact]
    public void The_last_cell_of_a_sheet_is_read_and_the_gap_before_it_is_quick()
    {
        var watch = Stopwatch.StartNew();
        var read = Read($"<row r=\"2\">{Cell("A2", "好")}</row><row r=\"1048576\">{Cell("A1048576", "很好")}{Cell("XFD1048576", "远")}</row>");

        read.Texts().ShouldBe(["好"]);
        read.Rows[1].Rejection!.Reason.ShouldContain("XFD1048576");
        // It took hours.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Cells_without_a_reference_stand_behind_each_other() =>
        Read($"<row>{Cell("", "好")}</row><row>{Cell("?", "很好")}</row>").Texts().ShouldBe(["好", "很好"]);

    [Fact]
    public void A_shared_text_that_is_not_there_is_damage_and_no_number()
    {
        var workbook = new TinyWorkbook().Sheet("评价", [TinyWorkbook.Inline("评价内容")], ["屏幕清晰"]);
        Should.Throw<InvalidDataException>(() => Tiny.Read(workbook.ToBytes(hasShared: false), "导出.xlsx"))
            .Message.ShouldBe("导出.xlsx: the workbook is damaged or no .xlsx in sheet '评价': row 2 refers to shared text '0', but there are only 0 (counted from 0)");
        foreach (var (value, style) in ((string, int)[])[("1", 0), ("-1", 0), ("7", 1), ("7", 2), ("7", 3), ("甲", 0), ("99999999999", 0)])
        {
            var rows = $"<row r=\"2\"><c r=\"A2\" t=\"s\" s=\"{style}\"><v>{value}</v></c></row>";
            Should.Throw<InvalidDataException>(() => Read(rows), value).Message.ShouldContain("shared text");
        }
    }

    [Fact]
    public void Shared_texts_that_are_packed_suspiciously_well_are_not_unpacked()
    {
        var workbook = new TinyWorkbook().Sheet("评价", [TinyWorkbook.Inline("评价内容")], ["屏幕清晰"]);
        var packed = workbook.ToBytes(writeShared: part =>
        {
            part.Write(Encoding.UTF8.GetBytes("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"));
            var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<si><t>好好好好好好好好好好</t></si>", 1000)));
            for (var i = 0; i < 1700; i++)
                part.Write(text);
            part.Write("</sst>"u8);
        });

        packed.Length.ShouldBeLessThan(1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<InvalidDataException>(() => Tiny.Read(packed, "导出.xlsx")).Message.ShouldContain("the texts that its cells share take");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
    }
}
