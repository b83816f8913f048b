using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Curves;

/// <summary>Reads an input, tagged or raw, into a collector. Memory is bounded; the result is the same for any number of threads.</summary>
/// <param name="analyzer">Tags what comes in raw.</param>
/// <param name="by">One of <see cref="CurveGrouping.Names"/>, or null for no groups.</param>
/// <param name="threads">How many reviews to analyse at the same time.</param>
/// <param name="reject">Told about rows that cannot be read, in their order.</param>
internal sealed class CurvePipeline(ReviewAnalyzer analyzer, string? by, int threads, Action<RowRejection> reject)
{
    // Large enough that handing over costs nothing beside the analysis, small enough to keep threads busy on a short file.
    private const int ChunkSize = 128;

    public CurveCollector Collect(ReviewInput input, CancellationToken cancellation) =>
        input.IsTagged ? CollectTagged(input, cancellation) : CollectRaw(input, cancellation);

    private CurveCollector CollectTagged(ReviewInput input, CancellationToken cancellation)
    {
        var collector = NewCollector();
        foreach (var row in input.Tagged())
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Review is { } review)
                collector.Add(review);
            else
                reject(row.Rejection!);
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

        return all;
    }

    private IEnumerable<Review> Reviews(IReviewSource source)
    {
        foreach (var row in source.Read())
        {
            if (row.Review is { } review)
                yield return review;
            else
                reject(row.Rejection!);
        }
    }

    private CurveCollector NewCollector() => new(analyzer.Lexicon.Info, by);
}
