using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using WorkbookElement = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>
/// The parts of a workbook, written one after the other onto a stream. The toolkit's own package keeps every part in memory until
/// it is closed and stamps the clock into the archive; here memory does not grow and the same parts are the same bytes.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "disposing an archive gives it an end, which only Complete may do; it holds memory only")]
internal sealed class WorkbookPackage
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // The earliest time that an archive can carry.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private int _sheets;

    public WorkbookPackage(Stream stream)
    {
        _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

        // Parts with no type of their own are sheets: how many there will be is not known yet, and programs that look at the
        // start of a file to see what it is want this part first.
        WritePart("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="{SpreadsheetType}worksheet+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{SpreadsheetType}sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{SpreadsheetType}styles+xml"/>
            </Types>
            """);
        WritePart("_rels/.rels", $"""
            <Relationships xmlns="{PackageRelationships}">
            <Relationship Id="workbook" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """);
    }

    /// <summary>Begins the next sheet; the one before must be closed.</summary>
    public Stream OpenSheet() => OpenPart($"xl/worksheets/sheet{(++_sheets).ToString(CultureInfo.InvariantCulture)}.xml");

    /// <summary>Writes what names the sheets and ends the archive; without it the file is none that any program opens.</summary>
    /// <param name="firstName">Name of the first sheet; the others have their number behind it.</param>
    public void Complete(string firstName)
    {
        var sheets = new Sheets();
        var relationships = new StringBuilder();
        for (var i = 1; i <= _sheets; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            sheets.AppendChild(new Sheet { Name = i == 1 ? firstName : $"{firstName} {number}", SheetId = (uint)i, Id = "sheet" + number });
            relationships.Append("<Relationship Id=\"sheet").Append(number).Append("\" Type=\"").Append(Relationships)
                .Append("/worksheet\" Target=\"worksheets/sheet").Append(number).Append(".xml\"/>\n");
        }

        WritePart("xl/workbook.xml", new WorkbookElement(new BookViews(new WorkbookView()), sheets));
        WritePart("xl/styles.xml", Styles());
        WritePart("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelationships}">
            {relationships}<Relationship Id="styles" Type="{Relationships}/styles" Target="styles.xml"/>
            </Relationships>
            """);
        _archive.Dispose();
    }

    // The order of the cell formats is that of SheetStyle.
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { QuotePrefix = true }));

    private void WritePart(string name, string xml)
    {
        using var part = OpenPart(name);
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n" + xml.ReplaceLineEndings("\n")));
    }

    private void WritePart(string name, OpenXmlElement root)
    {
        using var part = OpenPart(name);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(true);
        writer.WriteElement(root);
    }

    private Stream OpenPart(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return entry.Open();
    }
}
