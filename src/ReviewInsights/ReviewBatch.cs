using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ReviewInsights;

/// <summary>Runs a stream of reviews through an analyser on several threads, with a bounded number in flight.</summary>
internal static class ReviewBatch
{
    internal static async IAsyncEnumerable<BatchItem> Run(
        ReviewAnalyzer analyzer, IAsyncEnumerable<Review> reviews, BatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var activity = ReviewInsightsTelemetry.StartBatch(analyzer, options);
        long handedOut = 0, failed = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // A slot is taken before a review is read and freed when its result is handed out: that bounds the memory.
        using var slots = new SemaphoreSlim(options.MaxBuffered);
        var work = Channel.CreateUnbounded<(long Index, Review Review, TaskCompletionSource<BatchItem> Done)>();
        var ordered = Channel.CreateUnbounded<Task<BatchItem>>();
        var finished = Channel.CreateUnbounded<BatchItem>();
        var reader = Read();
        var workers = Enumerable.Range(0, options.MaxDegreeOfParallelism).Select(_ => Task.Run(Work, CancellationToken.None)).ToArray();
        var end = Finish();
        try
        {
            if (options.PreserveOrder)
                await foreach (var next in ordered.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    var item = await next.WaitAsync(cancellationToken).ConfigureAwait(false);
                    slots.Release();
                    Count(item);
                    yield return item;
                }
            else
                await foreach (var item in finished.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    slots.Release();
                    Count(item);
                    yield return item;
                }
            await reader.ConfigureAwait(false); // a broken source throws here, behind the results it gave
        }
        finally
        {
            activity?.SetTag("reviews", handedOut).SetTag("errors", failed);
            await stop.CancelAsync().ConfigureAwait(false);
            await end.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await reader.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        void Count(BatchItem item)
        {
            handedOut++;
            failed += item.Error is null ? 0 : 1;
        }

        async Task Read()
        {
            try
            {
                long index = 0;
                await foreach (var review in reviews.WithCancellation(stop.Token).ConfigureAwait(false))
                {
                    await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                    var done = new TaskCompletionSource<BatchItem>(TaskCreationOptions.RunContinuationsAsynchronously);
                    if (options.PreserveOrder) ordered.Writer.TryWrite(done.Task); // else nobody reads it, and it would grow
                    work.Writer.TryWrite((index++, review, done));
                }
            }
            finally
            {
                work.Writer.Complete();
                ordered.Writer.Complete();
            }
        }

        async Task Work()
        {
            await foreach (var (index, review, done) in work.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                var item = Analyze(analyzer, index, review);
                if (options.PreserveOrder) done.SetResult(item);
                else finished.Writer.TryWrite(item);
            }
        }

        async Task Finish()
        {
            try
            {
                await Task.WhenAll(workers).ConfigureAwait(false);
            }
            finally
            {
                finished.Writer.Complete();
            }
        }
    }

    private static BatchItem Analyze(ReviewAnalyzer analyzer, long index, Review review)
    {
        try
        {
            return new BatchItem(index, review, analyzer.Analyze(review), null);
        }
#pragma warning disable CA1031 // The contract: whatever one review does becomes that item's error and stops no other.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new BatchItem(index, review, null, e);
        }
    }
}
