using System.Buffers;
using System.Collections.Concurrent;
using ReviewInsights.IO;
using ReviewInsights.IO.Records;

namespace ReviewInsights.Cli.Tagging;

/// <summary>
/// Reviews in, formatted records out, in the order of the input. Rows travel in chunks, so that handing them to a thread
/// costs nothing beside the analysis; a bounded number of chunks is under way.
/// </summary>
internal sealed class TagPipeline(ReviewAnalyzer analyzer, ResultFormat format, int threads, int maxTextLength, bool answerRejections)
{
    private const int ChunkRows = 256;

    // The pool would run as many chunks at a time as it likes.
    private readonly TaskFactory _workers = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);

    // As many as ever work at the same time.
    private readonly ConcurrentBag<ReviewEncoder> _encoders = [];

    /// <summary>Told about rows that are no reviews, in the order of the input.</summary>
    public required Action<RowRejection> OnRejected { get; init; }

    /// <summary>Whether whoever feeds the input may be waiting for answers, so that they go out whenever the input pauses.</summary>
    public bool IsLive { get; init; }

    /// <summary>Told how many rows have been read.</summary>
    public Action<long> OnProgress { get; init; } = _ => { };

    public void Run(IReviewSource source, Stream output, CancellationToken cancellation)
    {
        var underWay = new Queue<Task<Chunk>>();
        var spare = new Stack<Chunk>();
        var chunk = new Chunk();
        long rows = 0;
        foreach (var row in source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            chunk.Rows.Add(Checked(row, source.Name));
            rows++;
            var pauses = IsLive && !source.HasBufferedRow;
            if (chunk.Rows.Count < ChunkRows && !pauses) continue;
            Start(chunk, underWay);
            while (underWay.Count > (pauses || threads == 1 ? 0 : threads * 2)) spare.Push(Finish(underWay.Dequeue(), output));
            chunk = spare.TryPop(out var used) ? used : new Chunk();
            if (pauses) output.Flush();
            OnProgress(rows);
        }
        if (chunk.Rows.Count > 0) Start(chunk, underWay);
        while (underWay.Count > 0) Finish(underWay.Dequeue(), output);
        output.Flush();
    }

    private void Start(Chunk chunk, Queue<Task<Chunk>> underWay) =>
        underWay.Enqueue(threads == 1 ? Task.FromResult(Tag(chunk)) : _workers.StartNew(() => Tag(chunk)));

    /// <summary>Writes a chunk and empties it: its buffer is large, and a new one each time would keep the collector busy.</summary>
    private Chunk Finish(Task<Chunk> task, Stream output)
    {
        var chunk = task.GetAwaiter().GetResult();
        foreach (var row in chunk.Rows)
            if (row.Rejection is { } rejection) OnRejected(rejection);
        output.Write(chunk.Bytes.WrittenSpan);
        chunk.Rows.Clear();
        chunk.Bytes.ResetWrittenCount();
        return chunk;
    }

    private Chunk Tag(Chunk chunk)
    {
        if (!_encoders.TryTake(out var encoder)) encoder = format.OpenEncoder(analyzer);
        foreach (var row in chunk.Rows)
        {
            if (row.Review is { } review) encoder.WriteRow(chunk.Bytes, review);
            else if (answerRejections) NdjsonFormat.WriteRejection(chunk.Bytes, row.Rejection!);
        }
        _encoders.Add(encoder);
        return chunk;
    }

    private ReviewRow Checked(ReviewRow row, string source)
    {
        if (row.Review is not { } review || review.Text.Length <= maxTextLength) return row;
        var reason = $"the text has {review.Text.Length} UTF-16 code units; at most {maxTextLength} are analysed";
        return row with { Review = null, Rejection = new RowRejection(source, row.Number, row.Line, null, reason, review.Text) };
    }

    private sealed class Chunk
    {
        public List<ReviewRow> Rows { get; } = new(ChunkRows);

        public ArrayBufferWriter<byte> Bytes { get; } = new(64 * 1024);
    }
}
