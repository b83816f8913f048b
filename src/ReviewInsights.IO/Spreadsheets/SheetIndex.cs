using System.IO.Compression;
using System.Xml;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>The sheets of a workbook in their order, each with the part of the package that holds it.</summary>
/// <param name="Sheets">Name and part of each sheet.</param>
/// <param name="CountsFrom1904">Whether days are counted from 1904, as old versions for the Mac do, rather than from 1900.</param>
internal sealed record SheetIndex(IReadOnlyList<(string Name, ZipArchiveEntry Part)> Sheets, bool CountsFrom1904)
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Reads the index.</summary>
    /// <exception cref="InvalidDataException">Something that must be there is missing.</exception>
    public static SheetIndex Read(ZipArchive package)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var relations = Open(package, "xl/_rels/workbook.xml.rels"))
        {
            while (relations.Read())
            {
                if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") is { } id)
                    targets[id] = relations.GetAttribute("Target") ?? "";
            }
        }

        var sheets = new List<(string, ZipArchiveEntry)>();
        var countsFrom1904 = false;
        using var workbook = Open(package, "xl/workbook.xml");
        if (workbook.MoveToContent() != XmlNodeType.Element || workbook.NamespaceURI != Main)
            throw new InvalidDataException("it is in the strict form of Open XML; save it as an ordinary .xlsx");
        while (workbook.Read())
        {
            if (workbook.NodeType != XmlNodeType.Element)
                continue;
            if (workbook.LocalName == "workbookPr")
                countsFrom1904 = workbook.GetAttribute("date1904") is "1" or "true";
            else if (workbook.LocalName == "sheet")
            {
                var name = workbook.GetAttribute("name") ?? "";
                var target = targets.GetValueOrDefault(workbook.GetAttribute("id", Relation) ?? "", "");
                var path = target.StartsWith('/') ? target[1..] : $"xl/{target}";
                sheets.Add((name, Find(package, path) ?? throw new InvalidDataException($"sheet '{name}' is missing")));
            }
        }

        return new(sheets, countsFrom1904);
    }

    /// <summary>A part by its path, or null; programs disagree on capital letters and slashes.</summary>
    public static ZipArchiveEntry? Find(ZipArchive package, string path) =>
        package.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));

    private static XmlReader Open(ZipArchive package, string path) => XmlReader.Create(
        (Find(package, path) ?? throw new InvalidDataException($"it holds no {path}")).Open(), new XmlReaderSettings { CloseInput = true });
}
