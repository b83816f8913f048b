using System.IO.Compression;
using System.Xml;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>
/// The reader breaks at columns without a width, which the standard allows and some exports contain. Nobody here asks for widths,
/// so the workbook is read from a copy without them.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>Whether each column that a sheet describes has a width. Reads only what stands before the rows.</summary>
    public static bool AreComplete(ZipArchiveEntry part)
    {
        using var sheet = Open(part);
        while (sheet.Read() && sheet.LocalName != "sheetData")
        {
            if (sheet is { NodeType: XmlNodeType.Element, LocalName: "col" } && sheet.GetAttribute("width") is null)
                return false;
        }

        return true;
    }

    /// <summary>A copy of the package whose sheets do not describe their columns; gone when it is disposed.</summary>
    public static FileStream Drop(ZipArchive package, IReadOnlyCollection<ZipArchiveEntry> sheets)
    {
        var copy = TemporaryFile.Create();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in package.Entries)
            {
                using var to = target.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                if (sheets.Contains(part))
                {
                    CopyWithoutColumns(part, to);
                    continue;
                }

                using var from = part.Open();
                from.CopyTo(to);
            }
        }

        copy.Position = 0;
        return copy;
    }

    private static void CopyWithoutColumns(ZipArchiveEntry part, Stream to)
    {
        using var from = Open(part);
        using var writer = XmlWriter.Create(to);
        from.MoveToContent();
        writer.WriteStartElement(from.Prefix, from.LocalName, from.NamespaceURI);
        writer.WriteAttributes(from, defattr: false);
        from.Read();
        while (from is { EOF: false, Depth: > 0 })
        {
            if (from.LocalName == "cols")
                from.Skip();
            else
                writer.WriteNode(from, defattr: false);
        }
    }

    private static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(), new XmlReaderSettings { CloseInput = true });
}
