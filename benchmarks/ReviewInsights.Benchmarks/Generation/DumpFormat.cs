using System.Buffers;
using System.Globalization;
using System.Text;

namespace ReviewInsights.Benchmarks.Generation;

/// <summary>How the rows of a dump are laid out. Immutable.</summary>
internal abstract class DumpFormat
{
    private static readonly byte[][] Dates =
    [
        .. Enumerable.Range(0, ReviewGenerator.Days).Select(day =>
            Encoding.ASCII.GetBytes(new DateOnly(2024, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
    ];

    /// <summary>The format of a name: <c>csv</c>, <c>ndjson</c> or <c>lines</c>.</summary>
    internal static DumpFormat Of(string name) => name switch
    {
        "csv" => new CsvDump(),
        "ndjson" => new NdjsonDump(),
        "lines" => new LinesDump(),
        _ => throw new ArgumentException($"'{name}' is not one of: csv, ndjson, lines", nameof(name)),
    };

    internal virtual void WriteHeader(ByteBuffer output)
    {
    }

    internal abstract void WriteRow(ByteBuffer output, GeneratedReview review);

    private protected static void WriteTime(ByteBuffer output, GeneratedReview review)
    {
        output.Append(Dates[review.Day]);
        output.Append((byte)' ');
        output.AppendTwoDigits(review.SecondOfDay / 3600);
        output.Append((byte)':');
        output.AppendTwoDigits(review.SecondOfDay / 60 % 60);
        output.Append((byte)':');
        output.AppendTwoDigits(review.SecondOfDay % 60);
    }

    /// <summary>Copies text with an escape before each byte of a set.</summary>
    private protected static void WriteEscaped(ByteBuffer output, ReadOnlySpan<byte> text, SearchValues<byte> escaped, byte escape)
    {
        for (int at; (at = text.IndexOfAny(escaped)) >= 0; text = text[(at + 1)..])
        {
            output.Append(text[..at]);
            output.Append(escape);
            output.Append(text[at]);
        }
        output.Append(text);
    }
}

/// <summary>Comma-separated with a header; the text is quoted where it must be.</summary>
internal sealed class CsvDump : DumpFormat
{
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\""u8);
    private static readonly SearchValues<byte> Quote = SearchValues.Create("\""u8);

    internal override void WriteHeader(ByteBuffer output) => output.Append("id,time,product,brand,rating,channel,text\n"u8);

    internal override void WriteRow(ByteBuffer output, GeneratedReview review)
    {
        output.AppendNumber(review.Number);
        output.Append((byte)',');
        WriteTime(output, review);
        output.Append((byte)',');
        output.Append(review.Product.Utf8);
        output.Append((byte)',');
        output.Append(review.Brand.Utf8);
        output.Append((byte)',');
        output.AppendNumber(review.Rating);
        output.Append((byte)',');
        output.Append(review.Channel.Utf8);
        output.Append((byte)',');
        var text = review.Text.Written;
        if (text.ContainsAny(NeedsQuotes))
        {
            output.Append((byte)'"');
            WriteEscaped(output, text, Quote, (byte)'"');
            output.Append((byte)'"');
        }
        else
        {
            output.Append(text);
        }
        output.Append((byte)'\n');
    }
}

/// <summary>One JSON object a line.</summary>
internal sealed class NdjsonDump : DumpFormat
{
    private static readonly SearchValues<byte> Escaped = SearchValues.Create("\"\\"u8);

    internal override void WriteRow(ByteBuffer output, GeneratedReview review)
    {
        output.Append("{\"id\":\""u8);
        output.AppendNumber(review.Number);
        output.Append("\",\"time\":\""u8);
        WriteTime(output, review);
        output.Append("\",\"product\":\""u8);
        output.Append(review.Product.Utf8);
        output.Append("\",\"brand\":\""u8);
        output.Append(review.Brand.Utf8);
        output.Append("\",\"rating\":"u8);
        output.AppendNumber(review.Rating);
        output.Append(",\"channel\":\""u8);
        output.Append(review.Channel.Utf8);
        output.Append("\",\"text\":\""u8);
        WriteEscaped(output, review.Text.Written, Escaped, (byte)'\\');
        output.Append("\"}\n"u8);
    }
}

/// <summary>Texts only, one a line.</summary>
internal sealed class LinesDump : DumpFormat
{
    internal override void WriteRow(ByteBuffer output, GeneratedReview review)
    {
        output.Append(review.Text.Written);
        output.Append((byte)'\n');
    }
}
