// HOT: spans only.
using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Json;

/// <summary>Writes pieces of JSON into a buffer, growing it as needed. <see cref="Finish"/> hands over what was written.</summary>
internal ref struct Utf8Cursor(IBufferWriter<byte> output)
{
    // Room for a typical record, so that most grow nothing.
    private const int Room = 2 * 1024;

    // A number, a time, or a pair of numbers with its brackets.
    private const int LongestValue = 64;

    private Span<byte> _free = output.GetSpan(Room);
    private int _written;

    /// <summary>Hands over what was written; the last call.</summary>
    public readonly void Finish() => output.Advance(_written);

    public void Write(ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(Free(piece.Length));
        _written += piece.Length;
    }

    /// <summary>Writes a comma, except before the first of a list.</summary>
    public void WriteComma(ref bool isFirst)
    {
        if (!isFirst)
            Write(","u8);
        isFirst = false;
    }

    /// <summary>Writes a text from outside as a JSON string.</summary>
    public void WriteString(string value)
    {
        if (JsonStrings.NeedsEscaping(value))
        {
            WriteUtf8(JsonStrings.Quote(value));
            return;
        }

        Write("\""u8);
        WriteUtf8(value);
        Write("\""u8);
    }

    public void WriteNumber(double value)
    {
        Utf8Formatter.TryFormat(value, Free(LongestValue), out var length);
        _written += length;
    }

    /// <summary>Writes a score or confidence; see <see cref="Rounding"/>.</summary>
    public void WriteScore(double value)
    {
        // Not one expression: it would add to the count from before Free handed it over.
        var length = Rounding.Format(value, Free(LongestValue));
        _written += length;
    }

    public void WriteTime(DateTimeOffset time)
    {
        time.TryFormat(Free(LongestValue), out var length, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <summary>Writes <c>[start,length]</c>.</summary>
    public void WritePair(TextSpan span)
    {
        var free = Free(LongestValue);
        free[0] = (byte)'[';
        span.Start.TryFormat(free[1..], out var length, provider: CultureInfo.InvariantCulture);
        var at = 1 + length;
        free[at++] = (byte)',';
        span.Length.TryFormat(free[at..], out length, provider: CultureInfo.InvariantCulture);
        at += length;
        free[at++] = (byte)']';
        _written += at;
    }

    private void WriteUtf8(string value)
    {
        var length = Encoding.UTF8.GetBytes(value, Free(Encoding.UTF8.GetMaxByteCount(value.Length)));
        _written += length;
    }

    private Span<byte> Free(int length)
    {
        if (_free.Length - _written < length)
        {
            output.Advance(_written);
            _written = 0;
            _free = output.GetSpan(Math.Max(length, Room));
        }

        return _free[_written..];
    }
}
