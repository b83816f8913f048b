using System.Runtime.CompilerServices;

namespace ReviewInsights.Tests;

public sealed class ReviewBatchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Results_come_in_the_order_of_the_input(int threads)
    {
        var options = new BatchOptions { MaxDegreeOfParallelism = threads, MaxBuffered = 8 };

        var ids = new List<string>();
        await foreach (var item in Samples.Analyzer.AnalyzeAsync(Source(500), options)) ids.Add(item.Review.Id);

        ids.ShouldBe(Enumerable.Range(0, 500).Select(i => i.ToString()));
    }

    [Fact]
    public async Task Without_order_every_review_is_answered_once()
    {
        var options = new BatchOptions { MaxDegreeOfParallelism = 4, PreserveOrder = false };

        var indexes = new List<long>();
        await foreach (var item in Samples.Analyzer.AnalyzeAsync(Source(500), options)) indexes.Add(item.Index);

        indexes.Order().ShouldBe(Enumerable.Range(0, 500).Select(i => (long)i));
    }

    [Fact]
    public async Task No_more_is_read_than_the_buffer_allows()
    {
        var read = 0;
        var handedOut = 0;
        await foreach (var _ in Samples.Analyzer.AnalyzeAsync(Source(200, () => read++), new BatchOptions { MaxBuffered = 5 }))
        {
            handedOut++;
            read.ShouldBeLessThanOrEqualTo(handedOut + 6); // five in flight, one read and waiting for a slot
        }
        handedOut.ShouldBe(200);
    }

    [Fact]
    public async Task An_error_in_one_review_stops_no_other()
    {
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { MaxTextLength = 10 });
        var items = new List<BatchItem>();
        await foreach (var item in analyzer.AnalyzeAsync(Texts("质量很好", new string('好', 11), "物流快"))) items.Add(item);

        items.Select(i => i.Error is null).ShouldBe([true, false, true]);
        items[1].Analysis.ShouldBeNull();
    }

    [Fact]
    public async Task A_broken_source_throws_behind_the_results_it_gave()
    {
        var seen = 0;
        await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in Samples.Analyzer.AnalyzeAsync(Breaking())) seen++;
        });
        seen.ShouldBe(1);

        static async IAsyncEnumerable<Review> Breaking()
        {
            await Task.Yield();
            yield return new Review("1", "质量很好");
            throw new InvalidDataException("the disk is gone");
        }
    }

    [Fact]
    public async Task Cancellation_ends_the_stream()
    {
        using var cancel = new CancellationTokenSource();
        var seen = 0;
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Samples.Analyzer.AnalyzeAsync(Source(1_000_000), null, cancel.Token))
                if (++seen == 10) await cancel.CancelAsync();
        });
        seen.ShouldBeLessThan(1_000_000);
    }

    private static async IAsyncEnumerable<Review> Source(int count, Action? onRead = null, [EnumeratorCancellation] CancellationToken token = default)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 16 == 0) await Task.Yield();
            token.ThrowIfCancellationRequested();
            onRead?.Invoke();
            yield return new Review(i.ToString(), Samples.Reviews[i % Samples.Reviews.Length]);
        }
    }

    private static async IAsyncEnumerable<Review> Texts(params string[] texts)
    {
        await Task.Yield();
        foreach (var text in texts) yield return new Review("", text);
    }
}
