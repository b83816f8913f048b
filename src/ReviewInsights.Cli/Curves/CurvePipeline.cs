using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Curves;

/// <summary>Reads an input, tagged or raw, into a collector. Memory is bounded; the result is the same for any number of threads.</summary>
/// <param name="analyzer">Tags what comes in raw.</param>
/// <param name="by">One of <see cref="CurveGrouping.Names"/>, or null for no groups.</param>
/// <param name="threads">How many reviews to analyse at the same time.</param>
internal sealed class CurvePipeline(ReviewAnalyzer analyzer, string? by, int threads)
{
    // Large enough that handing over costs nothing beside the analysis, small enough to keep threads busy on a short file.
    private const int ChunkSize = 128;

    private static readonly int LongestText = new ReviewAnalyzerOptions().MaxTextLength;

    /// <summary>Told about rows that cannot be read, in their order.</summary>
    public required Action<RowRejection> OnRejected { get; init; }

    /// <summary>Told how many rows have been read.</summary>
    public Action<long> OnProgress { get; init; } = _ => { };

    /// <summary>Told, at the end, what in a raw input was odd.</summary>
    public Action<ReadSummary> OnRead { get; init; } = _ => { };

    public CurveCollector Collect(ReviewInput input, CancellationToken cancellation) =>
        input.IsTagged ? CollectTagged(input, cancellation) : CollectRaw(input, cancellation);

    private CurveCollector CollectTagged(ReviewInput input, CancellationToken cancellation)
    {
        var collector = NewCollector();
        foreach (var row in input.Tagged())
        {
            cancellation.ThrowIfCancellationRequested();
            OnProgress(row.Number);
            if (row.Review is { } review)
                collector.Add(review);
            else
                OnRejected(row.Rejection!);
        }

        return collector;
    }

    private CurveCollector CollectRaw(ReviewInput input, CancellationToken cancellation)
    {
        using var source = input.Reviews();
        var all = NewCollector();
        var merging = new Lock();
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Reviews(source).Chunk(ChunkSize), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                NewCollector,
                (chunk, _, own) =>
                {
                    foreach (var review in chunk)
                        own.Add(TaggedReview.From(analyzer.Analyze(review)));
                    return own;
                },
                own =>
                {
                    lock (merging)
                        all.Merge(own);
                });
        }
        catch (AggregateException e)
        {
            // Reading is serial and analysing does not fail, so there is one; the user needs that one, not the wrapping.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        OnRead(source.Summary);
        return all;
    }

    private IEnumerable<Review> Reviews(IReviewSource source)
    {
        foreach (var row in source.Read())
        {
            OnProgress(row.Number);
            if (row.Review is not { } review)
                OnRejected(row.Rejection!);
            else if (review.Text.Length > LongestText)
                OnRejected(TooLong(row, source.Name));
            else
                yield return review;
        }
    }

    private static RowRejection TooLong(ReviewRow row, string source)
    {
        var reason = $"the text has {row.Review!.Text.Length} UTF-16 code units; at most {LongestText} are analysed";
        return new RowRejection(source, row.Number, row.Line, null, reason, row.Review.Text);
    }

    private CurveCollector NewCollector() => new(analyzer.Lexicon.Info, by);
}
