using System.IO.Compression;
using System.Security;
using System.Text;

namespace ReviewInsights.IO.Tests.Spreadsheets;

/// <summary>A workbook made by hand, so that a test can put anything into it, damage included.</summary>
/// <param name="main">Namespace of the workbook and its sheets.</param>
internal sealed class TinyWorkbook(string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
{
    private readonly List<(string Name, string Content)> _sheets = [];
    private readonly List<string> _shared = [];

    /// <summary>Styles: 1 is a date with time, 2 the reserved format 31 (2026年3月1日), 3 text.</summary>
    private string Styles => $"""
        <styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy/m/d\ h:mm:ss"/></numFmts>
        <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="31" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>Adds a sheet. A cell is null for none, a string for a shared text, or XML made by one of the methods below.</summary>
    public TinyWorkbook Sheet(string name, params object?[][] rows) => SheetXml(name, string.Concat(rows.Select((cells, row) => RowXml(row + 1, cells))));

    /// <summary>Adds a sheet whose rows are given as XML.</summary>
    public TinyWorkbook SheetXml(string name, string rows, string before = "", string after = "")
    {
        _sheets.Add((name, $"<worksheet xmlns=\"{main}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"));
        return this;
    }

    public static object Number(string value, int style = 0) => new Cell($"s=\"{style}\"", $"<v>{value}</v>");

    public static object Boolean(bool value) => new Cell("t=\"b\"", $"<v>{(value ? 1 : 0)}</v>");

    public static object Error(string error) => new Cell("t=\"e\"", $"<v>{error}</v>");

    public static object Inline(string text) => new Cell("t=\"inlineStr\"", $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is>");

    public static object Formula(string formula, string? cached, string type = "n") =>
        new Cell($"t=\"{type}\"", $"<f>{formula}</f>{(cached is null ? "<v/>" : $"<v>{cached}</v>")}");

    /// <param name="hasShared">Whether the texts that cells share are in the workbook.</param>
    /// <param name="writeShared">What to write in their place.</param>
    public byte[] ToBytes(bool hasShared = true, Action<Stream>? writeShared = null)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Target=\"worksheets/sheet{i + 1}.xml\"/>")) + "</Relationships>");
            Add(zip, "xl/styles.xml", Styles);
            if (writeShared is not null)
                Add(zip, "xl/sharedStrings.xml", writeShared);
            else if (hasShared)
                Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{string.Concat(_shared.Select(s => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></si>"))}</sst>");
            foreach (var (sheet, i) in _sheets.Select((s, i) => (s, i)))
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", sheet.Content);
        }

        return file.ToArray();
    }

    public string RowXml(int number, params object?[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((cell, column) => CellXml(cell, $"{(char)('A' + column)}{number}")))}</row>";

    private string CellXml(object? cell, string address) => cell switch
    {
        null => "",
        Cell made => $"<c r=\"{address}\" {made.Attributes}>{made.Content}</c>",
        var text => $"<c r=\"{address}\" t=\"s\"><v>{Share((string)text)}</v></c>",
    };

    private int Share(string text)
    {
        _shared.Add(text);
        return _shared.Count - 1;
    }

    private static void Add(ZipArchive zip, string path, string content) => Add(zip, path, part => part.Write(Encoding.UTF8.GetBytes(content)));

    private static void Add(ZipArchive zip, string path, Action<Stream> write)
    {
        using var part = zip.CreateEntry(path).Open();
        write(part);
    }

    private sealed record Cell(string Attributes, string Content);
}
