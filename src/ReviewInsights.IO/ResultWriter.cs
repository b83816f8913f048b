using System.Buffers;

namespace ReviewInsights.IO;

/// <summary>Writes results to a stream in one of the formats. Not thread-safe.</summary>
public sealed class ResultWriter : IResultSink
{
    private const int FlushAt = 64 * 1024;

    private readonly Stream _stream;
    private readonly ResultFormat _format;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt);

    /// <param name="stream">Where to write; disposed with the writer.</param>
    /// <param name="format">How to write.</param>
    public ResultWriter(Stream stream, ResultFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        _stream = stream;
        _format = format;
        format.WriteHeader(_buffer);
    }

    /// <inheritdoc/>
    public void Write(ReviewAnalysis analysis)
    {
        _format.WriteRow(_buffer, analysis);
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
    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    private void Drain()
    {
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
