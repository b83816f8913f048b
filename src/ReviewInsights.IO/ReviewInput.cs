using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Databases;
using ReviewInsights.IO.Decoding;
using ReviewInsights.IO.Delimited;
using ReviewInsights.IO.Json;
using ReviewInsights.IO.Lines;
using ReviewInsights.IO.Spreadsheets;

namespace ReviewInsights.IO;

/// <summary>
/// An opened input: compression and encoding are dealt with, the layout is known or found out, and the rows wait to be read
/// as reviews (<see cref="Reviews"/>) or as tagged records (<see cref="Tagged"/>). Not thread-safe.
/// </summary>
/// <remarks>
/// Files and streams of text are read as they come. A workbook or SQLite database from a stream that cannot seek goes into a
/// temporary file first, which only this user can read and which is gone when the input is disposed. Rows stream in every layout; of a workbook the texts that cells share are in memory.
/// </remarks>
public sealed class ReviewInput : IDisposable
{
    private readonly InputStream? _stream;
    private readonly PostgresAddress? _server;
    private readonly ReviewReaderOptions _options;
    private IReviewSource? _reviews;

    private ReviewInput(InputStream stream, string name, ReviewReaderOptions options)
    {
        if (!InputDecoder.IsKnown(options.Encoding))
            throw new ArgumentException($"'{options.Encoding}' is not the name of an encoding.", nameof(options));
        _stream = stream;
        _options = options;
        Name = name;
    }

    private ReviewInput(PostgresAddress server, ReviewReaderOptions options)
    {
        _server = server;
        _options = options;
        Name = server.Name;
    }

    /// <summary>Name of the file, stream or database for messages; never holds a password.</summary>
    public string Name { get; }

    /// <summary>Layout. Where the options and the file name leave it open, asking waits for the first line.</summary>
    /// <value>Never <see cref="InputFormat.Auto"/>.</value>
    /// <exception cref="InputFormatException">The options ask for something that this layout does not have.</exception>
    /// <exception cref="InvalidDataException">It is an archive, or an old or encrypted workbook.</exception>
    public InputFormat Format => field == InputFormat.Auto ? field = Checked(FindFormat()) : field;

    /// <summary>Whether the first line is a tagged record rather than a raw review. Waits for the first line.</summary>
    public bool IsTagged
    {
        get
        {
            if (Format != InputFormat.Ndjson || !Lines.TryRead())
                return false;
            Lines.PushBack();
            return TaggedRecordReader.IsTagged(Lines);
        }
    }

    private InputStream Stream => _stream ?? throw new InvalidOperationException($"{Name} is a database and has no bytes.");

    private LineReader Lines => field ??= new LineReader(new InputDecoder(Stream, _options.Encoding));

    /// <summary>Whether <see cref="Open(string, ReviewReaderOptions?)"/> takes an input for a database rather than for a file.</summary>
    /// <param name="input">A path or <c>postgres://…</c>.</param>
    public static bool IsDatabaseUri(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return PostgresAddress.IsMeant(input);
    }

    /// <summary>How messages name an input: without a password.</summary>
    /// <param name="input">A path or <c>postgres://…</c>.</param>
    /// <exception cref="InputFormatException">The URI cannot be read.</exception>
    public static string NameOf(string input) => IsDatabaseUri(input) ? PostgresAddress.Parse(input).Name : input;

    /// <summary>Opens a file, whose kind and gzip are recognised by content, or a database.</summary>
    /// <param name="path">A path, or a URI such as <c>postgres://user:password@host:5432/database</c>.</param>
    /// <param name="options">How to read; null finds everything out.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InputFormatException">The URI cannot be read.</exception>
    /// <exception cref="ArgumentException">The options name an unknown encoding.</exception>
    public static ReviewInput Open(string path, ReviewReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (PostgresAddress.IsMeant(path))
            return new ReviewInput(PostgresAddress.Parse(path), options ?? new ReviewReaderOptions());
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; name files in it, or a pattern for them.");
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
        return new ReviewInput(new InputStream(stream), name, options ?? new ReviewReaderOptions());
    }

    /// <summary>The rows as reviews. The source shares the input: read it once, dispose either.</summary>
    public IReviewSource Reviews() => _reviews = Format switch
    {
        InputFormat.Ndjson => new NdjsonReviewSource(Name, Stream, Lines, _options),
        InputFormat.Lines => new LinesReviewSource(Name, Stream, Lines, _options),
        InputFormat.Xlsx => new XlsxReviewSource(Name, Stream, _options),
        InputFormat.Sqlite => new DatabaseReviewSource(Name, () => new SqliteRows(Name, Stream.ToFile(), _options), Stream, InputFormat.Sqlite, _options),
        InputFormat.Postgres => new DatabaseReviewSource(Name, () => new PostgresRows(_server!, _options), input: null, InputFormat.Postgres, _options),
        var delimited => new DelimitedReviewSource(Name, Stream, Lines, delimited, _options),
    };

    /// <summary>The rows as tagged records, written by an earlier run. Read it once; the input must stay open.</summary>
    public IEnumerable<TaggedRow> Tagged() => new TaggedRecordReader(Name, Lines).Read();

    /// <summary>Closes the stream or the connection, and the source of the reviews with it.</summary>
    public void Dispose()
    {
        _reviews?.Dispose();
        _stream?.Dispose();
    }

    private InputFormat FindFormat()
    {
        if (_server is not null || _options.Format != InputFormat.Auto)
            return _server is not null ? InputFormat.Postgres : _options.Format;
        if (FileSignature.Find(Stream, Name) is { } known)
            return known;
        var name = Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Name[..^3] : Name;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" => InputFormat.Csv,
            ".tsv" or ".tab" => InputFormat.Tsv,
            ".ndjson" or ".jsonl" => InputFormat.Ndjson,
            ".xlsx" => InputFormat.Xlsx,
            ".db" or ".sqlite" or ".sqlite3" => InputFormat.Sqlite,
            _ when _options.Delimiter is not null => InputFormat.Csv,
            _ => FormatOfFirstLine(),
        };
    }

    // Text files and pipes carry anything; a first line that is neither an object nor a header with a text column is text,
    // unless the caller named columns and therefore expects some.
    private InputFormat FormatOfFirstLine()
    {
        if (!Lines.TryRead())
            return InputFormat.Lines;
        Lines.PushBack();
        if (Lines.Current.TrimStart().StartsWith('{'))
            return InputFormat.Ndjson;
        return Delimiters.FindText(Lines.Current, new ColumnMap(_options.Columns)) switch
        {
            '\t' => InputFormat.Tsv,
            null when _options.Columns.IsEmpty => InputFormat.Lines,
            _ => InputFormat.Csv,
        };
    }

    private InputFormat Checked(InputFormat format)
    {
        var isDatabase = format is InputFormat.Sqlite or InputFormat.Postgres;
        if (_server is not null && _options.Format is not (InputFormat.Auto or InputFormat.Postgres))
            throw Wrong($"this is a PostgreSQL database, not {_options.Format}");
        if (_server is null && format == InputFormat.Postgres)
            throw Wrong("a PostgreSQL database is named by a URI: postgres://user@host:5432/database");
        if (_options.Sheet is not null && format != InputFormat.Xlsx)
            throw Wrong($"a sheet is named, but this is read as {format}");
        if ((_options.Table ?? _options.Query) is not null && !isDatabase)
            throw Wrong($"{(_options.Table is not null ? "a table is named" : "a query is given")}, but this is read as {format}");
        if (_options.Table is not null && _options.Query is not null)
            throw Wrong("a table and a query exclude each other");
        if (_options.Delimiter is not null && format != InputFormat.Csv)
            throw Wrong($"a delimiter is given, but this is read as {format}");
        return format;
    }

    private InputFormatException Wrong(string reason) => new(Name, reason);
}
