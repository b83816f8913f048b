using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Decoding;
using ReviewInsights.IO.Delimited;
using ReviewInsights.IO.Json;
using ReviewInsights.IO.Lines;

namespace ReviewInsights.IO;

/// <summary>
/// An opened input: compression and encoding are dealt with, the layout is known or found out, and the rows wait to be read
/// as reviews (<see cref="Reviews"/>) or as tagged records (<see cref="Tagged"/>). Not thread-safe.
/// </summary>
public sealed class ReviewInput : IDisposable
{
    private readonly Stream _stream;
    private readonly LineReader _lines;
    private readonly ReviewReaderOptions _options;

    private ReviewInput(Stream stream, string name, ReviewReaderOptions options)
    {
        if (!InputDecoder.IsKnown(options.Encoding))
            throw new ArgumentException($"'{options.Encoding}' is not the name of an encoding.", nameof(options));
        _stream = GzipPeeler.Peel(stream);
        _lines = new LineReader(new InputDecoder(_stream, options.Encoding));
        _options = options;
        Name = name;
    }

    /// <summary>Name of the file or stream for messages.</summary>
    public string Name { get; }

    /// <summary>Layout. Where the options and the file name leave it open, asking waits for the first line.</summary>
    /// <value>Never <see cref="InputFormat.Auto"/>.</value>
    public InputFormat Format => field == InputFormat.Auto ? field = FindFormat() : field;

    /// <summary>Whether the first line is a tagged record rather than a raw review. Waits for the first line.</summary>
    public bool IsTagged
    {
        get
        {
            if (Format != InputFormat.Ndjson || !_lines.TryRead())
                return false;
            _lines.PushBack();
            return TaggedRecordReader.IsTagged(_lines);
        }
    }

    /// <summary>Opens a file; gzip is recognised by content.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="ArgumentException">The options name an unknown encoding.</exception>
    public static ReviewInput Open(string path, ReviewReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            return Open(file, path, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a stream, which need not seek and is disposed with the input.</summary>
    /// <param name="stream">Bytes, plain or gzip.</param>
    /// <param name="name">Name for messages; its extension tells the layout where the options do not.</param>
    /// <param name="options">How to read; null finds everything out.</param>
    /// <exception cref="ArgumentException">The options name an unknown encoding.</exception>
    public static ReviewInput Open(Stream stream, string name, ReviewReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return new ReviewInput(stream, name, options ?? new ReviewReaderOptions());
    }

    /// <summary>The rows as reviews. The source shares the input: read it once, dispose either.</summary>
    public IReviewSource Reviews() => Format switch
    {
        InputFormat.Ndjson => new NdjsonReviewSource(Name, _stream, _lines, _options),
        InputFormat.Lines => new LinesReviewSource(Name, _stream, _lines, _options),
        var delimited => new DelimitedReviewSource(Name, _stream, _lines, delimited, _options),
    };

    /// <summary>The rows as tagged records, written by an earlier run. Read it once; the input must stay open.</summary>
    public IEnumerable<TaggedRow> Tagged() => new TaggedRecordReader(Name, _lines).Read();

    /// <summary>Closes the stream.</summary>
    public void Dispose() => _stream.Dispose();

    private InputFormat FindFormat()
    {
        if (_options.Format != InputFormat.Auto)
            return _options.Format;
        var name = Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Name[..^3] : Name;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" => InputFormat.Csv,
            ".tsv" or ".tab" => InputFormat.Tsv,
            ".ndjson" or ".jsonl" => InputFormat.Ndjson,
            _ => FormatOfFirstLine(),
        };
    }

    // Text files and pipes carry anything; a first line that is neither an object nor a header with a text column is text,
    // unless the caller named columns and therefore expects some.
    private InputFormat FormatOfFirstLine()
    {
        if (!_lines.TryRead())
            return InputFormat.Lines;
        _lines.PushBack();
        if (_lines.Current.TrimStart().StartsWith('{'))
            return InputFormat.Ndjson;
        return Delimiters.FindText(_lines.Current, new ColumnMap(_options.Columns)) switch
        {
            '\t' => InputFormat.Tsv,
            null when _options.Columns.IsEmpty => InputFormat.Lines,
            _ => InputFormat.Csv,
        };
    }
}
