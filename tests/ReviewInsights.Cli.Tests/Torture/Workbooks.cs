using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ReviewInsights.Cli.Tests.Torture;

/// <summary>Workbooks made by hand, so that they can hold what no writer would write.</summary>
internal static class Workbooks
{
    private const string Header = """<row><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><t>评价内容</t></is></c><c t="inlineStr"><is><t>星级</t></is></c><c t="inlineStr"><is><t>评价时间</t></is></c></row>""";

    // Excel's limit of rows on a sheet.
    private const int RowsOnASheet = 1_048_576;

    public static IEnumerable<TortureCase> Cases
    {
        get
        {
            var odd = Of(
                Header
                + Row("<c><v>1234567890123</v></c>", Inline("质量好"), "<c><v>5</v></c>", """<c s="1"><v>46082.5</v></c>""")
                + Row("""<c t="str"><v>0012</v></c>""", Inline("物流慢"), """<c t="str"><v>4</v></c>""", Inline("2026-03-01"))
                + Row("<c><v>3</v></c>", """<c t="str"><f>CONCATENATE("质量","差")</f><v>质量差</v></c>""", "<c><f>1+1</f><v>2</v></c>", "<c/>")
                + Row("<c><v>4</v></c>", Inline("包装破了"), """<c t="e"><v>#N/A</v></c>""", "<c/>")
                + Row("<c><v>5</v></c>", "<c/>", "<c/>", "<c/>")
                + "<row/>");
            return
            [
                new TortureCase("odd-cells.xlsx", odd, ExitCode.Done, 5, Says: ["rating"]),
                new TortureCase("truncated.xlsx", odd[..(odd.Length / 2)], ExitCode.Unreadable, 0),
                new TortureCase("no-workbook.xlsx", [.. "id,text\n"u8], ExitCode.Unreadable, 0),
                new TortureCase("empty-sheet.xlsx", Of(""), ExitCode.Done, 0),
            ];
        }
    }

    /// <summary>A workbook with so many rows that Excel needs a second sheet for them.</summary>
    public static void WriteLarge(Stream output, int rows)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var sheets = ((rows - 1) / (RowsOnASheet - 1)) + 1;
        WriteParts(archive, sheets);
        for (var sheet = 0; sheet < sheets; sheet++)
        {
            using var writer = new StreamWriter(archive.CreateEntry($"xl/worksheets/sheet{sheet + 1}.xml", CompressionLevel.Fastest).Open());
            writer.Write(SheetStart + Header);
            var first = sheet * (RowsOnASheet - 1);
            for (var row = first; row < Math.Min(rows, first + RowsOnASheet - 1); row++)
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row><c><v>{row}</v></c><c t=\"inlineStr\"><is><t>{(row % 2 == 0 ? "好" : "物流慢")}</t></is></c></row>"));
            writer.Write(SheetEnd);
        }
    }

    private const string SheetStart = """<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";
    private const string SheetEnd = """</sheetData><mergeCells count="1"><mergeCell ref="B5:B6"/></mergeCells></worksheet>""";

    private static string Row(params string[] cells) => $"<row>{string.Concat(cells)}</row>";

    private static string Inline(string text) => $"""<c t="inlineStr"><is><t>{text}</t></is></c>""";

    private static byte[] Of(string rows)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            WriteParts(archive, sheets: 1);
            Write(archive, "xl/worksheets/sheet1.xml", SheetStart + rows + SheetEnd);
        }

        return output.ToArray();
    }

    private static void WriteParts(ZipArchive archive, int sheets)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        var numbers = Enumerable.Range(1, sheets).ToArray();
        Write(archive, "[Content_Types].xml", $"""
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Types}.worksheet+xml"/>"""))}</Types>
            """);
        Write(archive, "_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Write(archive, "xl/workbook.xml", $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="导出{n}" sheetId="{n}" r:id="s{n}"/>"""))}</sheets></workbook>""");
        Write(archive, "xl/_rels/workbook.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="s{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}<Relationship Id="st" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Write(archive, "xl/styles.xml", $"""<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>""");
    }

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content.Trim()));
    }
}
