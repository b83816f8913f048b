using System.Buffers;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO;

/// <summary>Writes results to a stream in one of the formats. Not thread-safe.</summary>
public sealed class ResultWriter : IResultSink
{
    private const int FlushAt = 64 * 1024;

    private readonly Stream _stream;
    private readonly RowEncoder _rows;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt);

    /// <param name="stream">Where to write; disposed with the writer.</param>
    /// <param name="format">How to write.</param>
    public ResultWriter(Stream stream, ResultFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        _stream = stream;
        _rows = format.OpenRowEncoder();
        format.WriteHeader(_buffer);
    }

    /// <inheritdoc/>
    public WriteLosses Losses => _rows.Losses;

    /// <inheritdoc/>
    public void Write(ReviewAnalysis analysis)
    {
        _rows.WriteRow(_buffer, analysis);
        if (_buffer.WrittenCount >= FlushAt)
            Drain();
    }

    /// <inheritdoc/>
    public void Flush()
    {
        Drain();
        _stream.Flush();
    }

    /// <inheritdoc/>
    public void Complete() => Flush();

    /// <summary>Hands what was taken to the outside and disposes the stream: rows stand for themselves, complete or not.</summary>
    public void Dispose()
    {
        // Whoever owns the stream may have closed it after Complete.
        if (_buffer.WrittenCount > 0)
            Drain();
        _stream.Dispose();
    }

    private void Drain()
    {
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
