using System.Buffers;
using System.Text;

namespace ReviewInsights.IO.Decoding;

/// <summary>Which encoding bytes are in, for the three that Chinese exports come in: UTF-8, UTF-16 and GB18030; and UTF-32 by its mark.</summary>
internal static class EncodingGuess
{
    // A damaged UTF-8 file still has far more whole characters than broken ones; GB text hits a valid three-byte sequence
    // only by chance. Between "one in four" and "nearly never" there is room on both sides.
    private const int WholePerBroken = 4;

    // Even a file of long reviews has a line end or a comma every few hundred characters.
    private const int UnitsPerFrequent = 500;

    private static readonly SearchValues<byte> Frequent = SearchValues.Create("\t\n\r \",123456789"u8);

    /// <summary>The encoding that a byte order mark announces, or null.</summary>
    /// <remarks>The mark of UTF-32 starts with that of UTF-16; a text in UTF-16 does not start with NUL.</remarks>
    public static (string Name, int MarkLength)? FromMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0x00, 0x00, ..] => ("utf-32", 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => ("utf-32BE", 4),
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0xFF, 0xFE, ..] => ("utf-16", 2),
        [0xFE, 0xFF, ..] => ("utf-16BE", 2),
        _ => null,
    };

    /// <summary>
    /// UTF-16 without a mark, or null. Line ends, blanks, delimiters and digits are two bytes there, one of them zero; other
    /// encodings have no zero bytes.
    /// </summary>
    public static string? FromZeros(ReadOnlySpan<byte> start)
    {
        int little = 0, big = 0;
        for (var i = 0; i + 1 < start.Length; i += 2)
        {
            if (start[i + 1] == 0 && Frequent.Contains(start[i]))
                little++;
            else if (start[i] == 0 && Frequent.Contains(start[i + 1]))
                big++;
        }

        // Zero bytes alone do not decide: 一, 最 and 退 have one as well, and a damaged file may hold some.
        var enough = Math.Max(1, start.Length / 2 / UnitsPerFrequent);
        return little >= enough && little > 4 * big ? "utf-16" : big >= enough && big > 4 * little ? "utf-16BE" : null;
    }

    /// <summary>UTF-8 or GB18030, for a sample that starts at the first non-ASCII byte.</summary>
    /// <param name="sample">Bytes; may end in the middle of a character unless <paramref name="isWhole"/>.</param>
    /// <param name="isWhole">Whether the input ends with the sample.</param>
    public static string FromContent(ReadOnlySpan<byte> sample, bool isWhole)
    {
        int two = 0, threeOrFour = 0, broken = 0;
        var allTwoLookLikeHanzi = true;
        for (var rest = sample; !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            // Cut off at the end: of the sample, or of a file that was cut and is UTF-8 by all that stands before.
            if (status == OperationStatus.NeedMoreData && (!isWhole || threeOrFour > 0))
                break;
            if (status != OperationStatus.Done)
                broken++;
            else if (length == 2)
            {
                two++;
                allTwoLookLikeHanzi &= LooksLikeHanzi(rest[0], rest[1]);
            }
            else if (length > 2)
                threeOrFour++;
            rest = rest[length..];
        }

        // Hanzi take three bytes in UTF-8. Text without any, whose two-byte sequences all lie where GB2312 keeps common hanzi,
        // is short GB text that happens to be valid UTF-8 (the 联通 problem).
        if (broken == 0)
            return threeOrFour == 0 && two > 0 && allTwoLookLikeHanzi ? "gb18030" : "utf-8";
        return threeOrFour >= WholePerBroken * broken ? "utf-8" : "gb18030";
    }

    // Lead C2 and C3 stay with UTF-8: there they are Latin letters and signs (é, °, ·), which reviews do contain.
    private static bool LooksLikeHanzi(byte lead, byte trail) => lead > 0xC3 && trail >= 0xA1;
}
