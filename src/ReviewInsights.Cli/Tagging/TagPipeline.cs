using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>
/// Reviews in, tagged records out, in the order of the input. Rows travel in chunks, so that handing them to a thread
/// costs nothing beside the analysis; a bounded number of chunks is under way.
/// </summary>
internal sealed class TagPipeline(TagOutput output, InputLedger ledger, int threads)
{
    // No more than any database can have as a key.
    private const int LongestId = 500;

    // The pool would run as many chunks at a time as it likes.
    private readonly TaskFactory _workers = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);
    private readonly Queue<Task<Chunk>> _underWay = [];
    private readonly Stack<Chunk> _spare = [];

    /// <summary>Told about rows that are no reviews, in the order of the input.</summary>
    public required Action<RowRejection> OnRejected { get; init; }

    /// <summary>Told about such rows that an earlier run was told about.</summary>
    public Action OnRejectedBefore { get; init; } = () => { };

    /// <summary>
    /// Whether rows without an id of their own get the name of their input into it: where one row an id is kept, the seventh of one
    /// input must not take the place of the seventh of another.
    /// </summary>
    public bool NamesRows { get; init; }

    /// <summary>Told where the input stands whenever everything before is written.</summary>
    public Action<InputPosition> OnWritten { get; init; } = _ => { };

    /// <summary>Told how many rows have been read, and the share of the input that is.</summary>
    public Action<long, double?> OnProgress { get; init; } = (_, _) => { };

    /// <summary>Tags one input. All that was read is written when it returns or is cancelled.</summary>
    /// <param name="source">The input.</param>
    /// <param name="dialogue">What whoever feeds it expects meanwhile.</param>
    /// <param name="cancellation">Ends the run between two rows.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void Run(IReviewSource source, Dialogue dialogue, CancellationToken cancellation)
    {
        var answersRejections = dialogue == Dialogue.AnswersEveryLine;
        using var rows = source.Read().GetEnumerator();
        var chunk = TakeSpare();
        while (MoveNext(rows, chunk, answersRejections))
        {
            Take(Checked(rows.Current, source.Name), source.Name, chunk);
            var pauses = dialogue != Dialogue.None && !source.HasBufferedRow;
            if (chunk.Rows.Count == Chunk.Capacity || pauses)
            {
                Start(chunk, answersRejections);
                Finish(downTo: pauses || threads == 1 ? 0 : threads * 2);
                chunk = TakeSpare();
                if (pauses) output.Flush();
            }
            if (ledger.Rows % Chunk.Capacity == 0) OnProgress(ledger.Rows, source.Progress);
            if (!cancellation.IsCancellationRequested) continue;
            Drain(chunk, answersRejections);
            throw new OperationCanceledException(cancellation);
        }
        Drain(chunk, answersRejections);
    }

    // Where the input breaks off, what was read before is as good as ever. Where writing fails, nothing more is written: a gap
    // in the output would be worse than an end.
    private bool MoveNext(IEnumerator<ReviewRow> rows, Chunk chunk, bool answersRejections)
    {
        try
        {
            return rows.MoveNext();
        }
        catch
        {
            Drain(chunk, answersRejections);
            throw;
        }
    }

    private void Drain(Chunk chunk, bool answersRejections)
    {
        Start(chunk, answersRejections);
        Finish(downTo: 0);
        output.Flush();
    }

    private void Take(in ReviewRow row, string source, Chunk chunk)
    {
        var fate = ledger.Take(row, source);
        if (fate == RowFate.Process) chunk.Rows.Add(NamesRows && !row.HasOwnId ? Named(row, source) : row);
        else if (fate == RowFate.Done && row.Rejection is not null) OnRejectedBefore();
        chunk.End = ledger.Position;
    }

    private void Start(Chunk chunk, bool answersRejections)
    {
        if (chunk.Rows.Count == 0)
        {
            _spare.Push(chunk);
            return;
        }
        _underWay.Enqueue(threads == 1 ? Task.FromResult(Tag(chunk)) : _workers.StartNew(() => Tag(chunk)));

        Chunk Tag(Chunk taken)
        {
            output.Tag(taken, answersRejections);
            return taken;
        }
    }

    /// <summary>Writes chunks in their order until no more than so many are under way.</summary>
    private void Finish(int downTo)
    {
        while (_underWay.Count > downTo)
        {
            var chunk = _underWay.Dequeue().GetAwaiter().GetResult();
            foreach (var row in chunk.Rows)
                if (row.Rejection is { } rejection) OnRejected(rejection);
            output.Write(chunk);
            OnWritten(chunk.End);
            chunk.Clear();
            _spare.Push(chunk);
        }
    }

    private static ReviewRow Named(ReviewRow row, string source) =>
        row.Review is { } review ? row with { Review = review with { Id = $"{source}#{review.Id}" } } : row;

    // The buffers of a chunk are large: new ones each time would keep the collector busy.
    private Chunk TakeSpare() => _spare.TryPop(out var used) ? used : new Chunk();

    private ReviewRow Checked(ReviewRow row, string source)
    {
        if (!NamesRows || row.Review is not { } review || review.Id.Length <= LongestId) return row;
        var reason = $"the id has {review.Id.Length} characters; as a key of a table at most {LongestId} are kept";
        return row with { Review = null, Rejection = new RowRejection(source, row.Number, row.Line, null, reason, review.Id + "," + review.Text) };
    }
}
