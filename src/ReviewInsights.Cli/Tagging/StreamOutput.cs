using System.Buffers;
using System.Collections.Concurrent;
using ReviewInsights.IO;
using ReviewInsights.IO.Records;

namespace ReviewInsights.Cli.Tagging;

/// <summary>Records written as bytes, to a file or to standard output. Threads format on their own; only writing is in turn.</summary>
internal sealed class StreamOutput : TagOutput
{
    private readonly ReviewAnalyzer _analyzer;
    private readonly ResultFormat _format;
    private readonly PiiMasker? _masker;
    private readonly Stream _stream;
    private readonly PartialFile? _file;

    // As many as ever work at the same time.
    private readonly ConcurrentBag<ReviewEncoder> _encoders = [];

    private StreamOutput(ReviewAnalyzer analyzer, ResultFormat format, PiiMasker? masker, Stream stream, PartialFile? file, bool hasHeader)
    {
        _analyzer = analyzer;
        _format = format;
        _masker = masker;
        _stream = stream;
        _file = file;
        if (!hasHeader) WriteHeader();
    }

    public override WriteLosses Losses
    {
        get
        {
            var losses = default(WriteLosses);
            foreach (var encoder in _encoders) losses = losses.Merge(encoder.Losses);
            return losses;
        }
    }

    /// <summary>Writes to a stream that somebody else closes.</summary>
    public static StreamOutput To(Stream stream, ReviewAnalyzer analyzer, ResultFormat format, PiiMasker? masker = null) => new(analyzer, format, masker, stream, file: null, hasHeader: false);

    /// <summary>Writes to a file, which the output closes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analyzer">Analyses what is to be written.</param>
    /// <param name="format">How to write.</param>
    /// <param name="masker">Masks the texts that are written, or null.</param>
    /// <param name="hasHeader">Whether an earlier run has begun the file.</param>
    public static StreamOutput To(PartialFile file, ReviewAnalyzer analyzer, ResultFormat format, PiiMasker? masker = null, bool hasHeader = false) =>
        new(analyzer, format, masker, file.Stream, file, hasHeader);

    public override void Tag(Chunk chunk, bool answersRejections)
    {
        if (!_encoders.TryTake(out var encoder)) encoder = _format.OpenEncoder(_analyzer, _masker);
        foreach (var row in chunk.Rows)
        {
            if (row.Review is { } review) encoder.WriteRow(chunk.Bytes, review);
            else if (answersRejections) NdjsonFormat.WriteRejection(chunk.Bytes, row.Rejection!);
        }
        _encoders.Add(encoder);
    }

    public override void Write(Chunk chunk) => _stream.Write(chunk.Bytes.WrittenSpan);

    public override void Flush() => _stream.Flush();

    public override long FlushToDisk()
    {
        if (_file is not null) return _file.FlushToDisk();
        _stream.Flush();
        return 0;
    }

    public override void Commit()
    {
        _stream.Flush();
        _file?.Commit();
    }

    public override void Dispose() => _file?.Dispose();

    private void WriteHeader()
    {
        var header = new ArrayBufferWriter<byte>();
        _format.WriteHeader(header);
        _stream.Write(header.WrittenSpan);
    }
}
