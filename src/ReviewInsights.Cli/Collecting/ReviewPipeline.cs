using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Collecting;

/// <summary>Gathers tagged reviews. Not thread-safe: one a thread, then <see cref="Merge"/>, in any order.</summary>
/// <typeparam name="TSelf">The collector itself.</typeparam>
internal interface ICollector<in TSelf>
{
    void Add(TaggedReview review);

    void Merge(TSelf other);
}

/// <summary>Reads an input, tagged or raw, into a collector. Memory is bounded; the result is the same for any number of threads.</summary>
/// <param name="analyzer">Tags what comes in raw.</param>
/// <param name="newCollector">Makes an empty collector, one a thread.</param>
/// <param name="threads">How many reviews to analyse at the same time.</param>
internal sealed class ReviewPipeline<TCollector>(ReviewAnalyzer analyzer, Func<TCollector> newCollector, int threads)
    where TCollector : ICollector<TCollector>
{
    // Large enough that handing over costs nothing beside the analysis, small enough to keep threads busy on a short file.
    private const int ChunkSize = 128;

    /// <summary>Told about rows that cannot be read, in their order.</summary>
    public required Action<RowRejection> OnRejected { get; init; }

    /// <summary>Told how many rows of the input have been read, and the share of it that is.</summary>
    public Action<long, double?> OnProgress { get; init; } = (_, _) => { };

    /// <summary>Told, at the end, what in a raw input was odd.</summary>
    public Action<ReadSummary> OnRead { get; init; } = _ => { };

    public TCollector Collect(ReviewInput input, CancellationToken cancellation) =>
        input.IsTagged ? CollectTagged(input, cancellation) : CollectRaw(input, cancellation);

    private TCollector CollectTagged(ReviewInput input, CancellationToken cancellation)
    {
        var collector = newCollector();
        foreach (var row in input.Tagged())
        {
            cancellation.ThrowIfCancellationRequested();
            OnProgress(row.Number, null);
            if (row.Review is { } review)
                collector.Add(review);
            else
                OnRejected(row.Rejection!);
        }

        return collector;
    }

    private TCollector CollectRaw(ReviewInput input, CancellationToken cancellation)
    {
        using var source = input.Reviews();
        var all = newCollector();
        var merging = new Lock();
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Reviews(source).Chunk(ChunkSize), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                newCollector,
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
            OnProgress(row.Number, source.Progress);
            if (row.Review is { } review)
                yield return review;
            else
                OnRejected(row.Rejection!);
        }
    }
}
