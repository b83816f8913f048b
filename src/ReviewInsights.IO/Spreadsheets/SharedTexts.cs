using System.IO.Compression;
using System.Xml;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>The part of a workbook with the texts that its cells share, which the reader keeps in memory.</summary>
internal static class SharedTexts
{
    private const long MaxBytes = 1L << 30;

    // Texts pack to a fifth or so, and the same text is shared rather than repeated. What packs like this was made to burst.
    private const long MaxUnsuspiciousBytes = 64L << 20;
    private const int MaxRatio = 100;

    // Where the reader looks, too, whatever the workbook says.
    private const string Path = "xl/sharedStrings.xml";

    /// <summary>How many texts there are; none where the part is missing.</summary>
    /// <exception cref="InvalidDataException">They would take too much memory.</exception>
    public static int Count(ZipArchive package)
    {
        if (SheetIndex.Find(package, Path) is not { } part)
            return 0;
        CheckSize(part);
        using var texts = XmlReader.Create(part.Open(), new XmlReaderSettings { CloseInput = true });
        var count = 0;
        while (texts.Read())
        {
            if (texts is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "si" })
                count++;
        }

        return count;
    }

    // No more comes out of a part than the archive says.
    private static void CheckSize(ZipArchiveEntry part)
    {
        if (part.Length > MaxBytes || (part.Length > MaxUnsuspiciousBytes && part.Length / MaxRatio > part.CompressedLength))
        {
            throw new InvalidDataException($"the texts that its cells share take {part.Length} bytes, packed to {part.CompressedLength}; at most {MaxBytes} are "
                + $"read into memory, and {MaxUnsuspiciousBytes} of what packs to less than 1 in {MaxRatio}. Save the sheet as .csv");
        }
    }
}
