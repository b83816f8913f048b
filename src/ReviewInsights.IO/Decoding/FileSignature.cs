using System.Buffers.Binary;
using System.Text;

namespace ReviewInsights.IO.Decoding;

/// <summary>Tells the inputs that are no text from their first bytes, whatever the file is called.</summary>
internal static class FileSignature
{
    // Where the name of the first packed file stands in a zip archive, behind its length.
    private const int NameLengthAt = 26;
    private const int NameAt = 30;

    private static readonly string[] OfficeParts = ["[Content_Types].xml", "_rels/", "xl/", "docProps/", "customXml/"];

    /// <summary>The layout of a workbook or database; null for text. Does not wait where the input starts as text.</summary>
    /// <exception cref="InvalidDataException">It is an archive or an old or encrypted workbook.</exception>
    public static InputFormat? Find(InputStream stream, string name)
    {
        if (stream.StartsWith("SQLite format 3\0"u8))
            return InputFormat.Sqlite;
        if (stream.StartsWith([0xD0, 0xCF, 0x11, 0xE0]))
            throw new InvalidDataException($"{name}: a workbook of before 2007 (.xls) or with a password; save it as .xlsx without one");
        if (!stream.StartsWith("PK\x03\x04"u8))
            return null;
        return FirstPart(stream) is { } part && OfficeParts.Any(p => part.StartsWith(p, StringComparison.OrdinalIgnoreCase))
            ? InputFormat.Xlsx
            : throw new InvalidDataException($"{name}: a zip archive that holds no workbook; unpack it and name the files in it");
    }

    private static string? FirstPart(InputStream stream)
    {
        var head = stream.Peek(NameAt);
        if (head.Length < NameAt)
            return null;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(head[NameLengthAt..]);
        var whole = stream.Peek(NameAt + Math.Min((int)length, 256));
        return Encoding.UTF8.GetString(whole[NameAt..]);
    }
}
