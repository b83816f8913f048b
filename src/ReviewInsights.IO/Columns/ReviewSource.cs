using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Columns;

/// <summary>What the built-in sources share: numbering, rejecting and the summary.</summary>
internal abstract class ReviewSource(string name, Stream stream, LineReader lines, InputFormat format, ReviewReaderOptions options)
    : IReviewSource
{
    private long _rows;
    private long _rejected;
    private bool _started;

    public string Name { get; } = name;

    public virtual bool HasBufferedRow => Lines.HasBufferedLine;

    public double? Progress => null;

    public ReadSummary Summary => new(
        Name, Format, Lines.EncodingName, _rows, _rejected, Lines.ReplacedSequences, Lines.FirstReplacedLine, Assembler.UnreadableValues);

    protected InputFormat Format { get; } = format;

    protected ReviewReaderOptions Options { get; } = options;

    protected LineReader Lines { get; } = lines;

    protected ColumnMap Map { get; } = new(options.Columns);

    protected ReviewAssembler Assembler { get; } = new(options.AssumedOffset);

    public IEnumerable<ReviewRow> Read()
    {
        if (_started)
            throw new InvalidOperationException($"{Name} has been read; a source streams and can be read once.");
        _started = true;
        return ReadRows();
    }

    public void Dispose() => stream.Dispose();

    protected abstract IEnumerable<ReviewRow> ReadRows();

    /// <summary>The row that the assembler holds.</summary>
    protected ReviewRow Accept(long line)
    {
        var hasOwnId = Assembler.HasId;
        return new(++_rows, line, Assembler.Build(_rows), Rejection: null) { HasOwnId = hasOwnId };
    }

    protected ReviewRow Reject(long line, int? column, string reason, string raw)
    {
        Assembler.Clear();
        _rejected++;
        return new(++_rows, line, Review: null, new RowRejection(Name, _rows, line, column, reason, raw));
    }
}
