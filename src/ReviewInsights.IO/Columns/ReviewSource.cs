namespace ReviewInsights.IO.Columns;

/// <summary>What the built-in sources share: numbering, rejecting and the summary.</summary>
internal abstract class ReviewSource(string name, InputFormat format, ReviewReaderOptions options) : IReviewSource
{
    private long _rows;
    private long _rejected;
    private bool _started;

    public string Name { get; } = name;

    public abstract bool HasBufferedRow { get; }

    public abstract double? Progress { get; }

    public virtual ReadSummary Summary => new(
        Name, Format, "unicode", _rows, _rejected, ReplacedSequences: 0, FirstReplacedLine: 0, Assembler.UnreadableValues)
    {
        UnusedColumns = Map.Unused,
    };

    protected InputFormat Format { get; } = format;

    protected ReviewReaderOptions Options { get; } = options;

    protected ColumnMap Map { get; } = new(options.Columns);

    protected ReviewAssembler Assembler { get; } = new(options.AssumedOffset);

    public IEnumerable<ReviewRow> Read()
    {
        if (_started)
            throw new InvalidOperationException($"{Name} has been read; a source streams and can be read once.");
        _started = true;
        return ReviewInputTelemetry.Observe(this, Format, ReadRows());
    }

    public abstract void Dispose();

    protected abstract IEnumerable<ReviewRow> ReadRows();

    /// <summary>The row that the assembler holds, unless its text is too long; null stands for a line equal to the number of the row.</summary>
    protected ReviewRow Accept(long? line)
    {
        if (Assembler.Text is { } text && text.Length > Options.MaxTextLength)
            return Reject(line, column: null, $"the text has {text.Length} UTF-16 code units; at most {Options.MaxTextLength} are analysed", text);
        var hasId = Assembler.HasId;
        ReviewInputTelemetry.CountRow(Format, isAccepted: true);
        return new(++_rows, line ?? _rows, Assembler.Build(_rows), Rejection: null) { HasOwnId = hasId };
    }

    /// <summary>A row that is no review; null stands for a line equal to the number of the row.</summary>
    protected ReviewRow Reject(long? line, int? column, string reason, string raw)
    {
        Assembler.Clear();
        _rejected++;
        ReviewInputTelemetry.CountRow(Format, isAccepted: false);
        _rows++;
        return new(_rows, line ?? _rows, Review: null, new RowRejection(Name, _rows, line ?? _rows, column, reason, raw));
    }
}
