using System.IO.Compression;
using System.Text;

namespace ReviewInsights.Cli.Tests.Torture;

/// <summary>What is to come of an input of the torture folder.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Tagged">Records written.</param>
/// <param name="Quarantined">Rows in the quarantine.</param>
/// <param name="Says">What standard error says, in pieces.</param>
/// <param name="Options">Options of the command line beside the input and the output.</param>
internal sealed record TortureCase(
    string Name, byte[] Content, int ExitCode, int Tagged, int Quarantined = 0, string[]? Says = null, string[]? Options = null);

/// <summary>Every kind of damage that exports come with, made here: small, and each with its expected outcome.</summary>
internal static class TortureFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    public static IEnumerable<TortureCase> Cases =>
    [
        Text("gbk-headers.csv", "评论ID,评价内容,星级\na1,质量很好,5\na2,物流太慢了,1\n", 2, encoding: Gbk),
        Text("big5.csv", "id,評論內容\n1,品質很好\n2,物流太慢\n", 2, encoding: Big5, options: ["--encoding", "big5", "--text-column", "評論內容"]),
        Text("utf16-mark.csv", "id,text\n1,质量好\n2,物流慢\n", 2, encoding: new UnicodeEncoding(bigEndian: false, byteOrderMark: true)),
        Text("utf16-no-mark.csv", "id,text\n1,质量好\n2,物流慢\n", 2, encoding: new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
        Text("utf16-big-endian.csv", "id,text\n1,质量好\n2,物流慢\n", 2, encoding: new UnicodeEncoding(bigEndian: true, byteOrderMark: true)),
        Text("utf8-mark.csv", "id,text\n1,质量好\n", 1, encoding: new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        Text("windows.csv", "id,text\r\n1,质量好\r\n2,物流慢\r\n", 2),
        Text("old-mac.csv", "id,text\r1,质量好\r2,物流慢\r", 2),
        Text("old-mac.txt", "质量好\r物流慢\r包装破了", 3),
        Text("no-last-line-end.csv", "id,text\n1,质量好", 1),
        Text("quoted-newlines.csv", "id,text\n1,\"质量好，\n\n包装\"\"也\"\"好\r\n再来\"\n2,慢\n", 2),
        Text("inch-marks.csv", "id,text,size\n1,屏幕大,5\"\n2,\"屏幕 6\"\" 大\",6\n", 2),
        Text("open-quote.csv", "id,text\n1,\"没有结束\n2,质量好\n3,物流慢\n", 2, quarantined: 1, says: ["open-quote.csv:2", "not closed"]),
        Text("nuls.csv", "id,text\n1,质\0量\0好\n\0\0,物流慢\n", 2),
        Text("control-characters.txt", "质量\u0001好\u001b[31m\n\u007f\u0085物流慢\n", 2),
        Text("ragged.csv", "id,text\n1,质量好\n2\n3,物流慢,多一格\n4,好\n", 2, quarantined: 2, says: ["1 cells", "3 cells"]),
        Text("duplicate-headers.csv", "id,text,text\n1,质量好,另一列\n", 1),
        Text("no-text-column.csv", "id,价格\n1,9.9\n", 0, exitCode: ExitCode.WrongUsage, says: ["价格", "--text-column"]),
        Text("semicolons.csv", "id;评论;评分\n1;质量好，没话说;5\n", 1),
        Text("bars.txt", "id|评论\n1|质量好\n", 1),
        Text("tabs.tsv", "id\ttext\n1\t他说\"好\"\n2\t物流慢\n", 2),
        Text("empty.csv", "", 0),
        Text("empty.ndjson", "", 0),
        Text("only-blank-lines.csv", "\n\n\n", 0),
        Text("header-only.csv", "id,text\n", 0),
        Text("blank-rows.csv", "id,text\n\n1,质量好\n\n\n2,\n", 2),
        Text("broken.ndjson", "{\"text\":\"质量好\"}\n{\"text\":\n[1]\n{\"id\":4}\n{\"text\":7}\n{\"text\":\"慢\"}\n", 2, quarantined: 4),
        Text("half-pairs.ndjson", "{\"text\":\"好\\ud83d\"}\n{\"text\":\"\\ude00差\"}\n{\"text\":\"😀\"}\n", 3),
        Text("strange-values.csv", "id,text,rating,created_at\n1,好,九星,昨天\n2,差,1,2026-13-45\n", 2, says: ["1 values of rating", "2 values of created_at"]),
        Bytes("not-utf8.csv", [.. "id,text\n1,质量很好，物流也快，"u8, 0xFF, 0xFE, .. "\n2,包装好\n"u8], 2, says: ["2 byte sequences", "line 2"]),
        Bytes("wrong-encoding.csv", Gbk.GetBytes("id,text\n1,质量很好\n"), 1, says: ["byte sequences are not valid utf-8"], options: ["--encoding", "utf-8"]),
        Bytes("good.csv.gz", Gzip("id,text\n1,质量好\n"u8), 1),
        Bytes("plain-though-it-says-gzip.csv.gz", [.. "id,text\n1,质量好\n"u8], 1),
        Bytes("truncated.csv.gz", Gzip(Utf8.GetBytes("id,text\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},第{i * 7919 % 10007}次买，质量好\n"))))[..^2_000], 0, exitCode: ExitCode.Unreadable, says: ["ends early"]),
        Bytes("noise.csv", Noise(64 * 1024), 0, exitCode: ExitCode.WrongUsage),
        Bytes("huge-cell.csv", Utf8.GetBytes("id,text\n1,\"" + string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("质量好，物流慢。", 420)) + "\n", 1_000)) + "\"\n2,好\n"), 2),
        .. Workbooks.Cases,
    ];

    private static TortureCase Text(
        string name, string text, int tagged, int quarantined = 0, int? exitCode = null, Encoding? encoding = null, string[]? says = null, string[]? options = null)
    {
        encoding ??= Utf8;
        return new TortureCase(
            name, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)], exitCode ?? (quarantined > 0 ? ExitCode.DoneWithQuarantine : ExitCode.Done), tagged, quarantined, says, options);
    }

    private static TortureCase Bytes(string name, byte[] bytes, int tagged, int exitCode = ExitCode.Done, string[]? says = null, string[]? options = null) =>
        new(name, bytes, exitCode, tagged, 0, says, options);

    private static byte[] Gzip(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
