using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReviewInsights.Tests;

public sealed class ReviewInsightsTelemetryTests
{
    [Fact]
    public void Whoever_listens_hears_how_much_was_analysed()
    {
        // Other tests analyse at the same time, so more than ours may be counted.
        var sums = new System.Collections.Concurrent.ConcurrentDictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ReviewInsightsTelemetry.MeterName) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => sums.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value));
        listener.Start();

        var opinions = Samples.Analyzer.Analyze("物流很快，质量很好").Opinions.Length;

        sums["reviewinsights.reviews"].ShouldBeGreaterThanOrEqualTo(1);
        sums["reviewinsights.opinions"].ShouldBeGreaterThanOrEqualTo(opinions);
        sums["reviewinsights.characters"].ShouldBeGreaterThanOrEqualTo("物流很快，质量很好".Length);
    }

    [Fact]
    public async Task A_batch_is_an_activity_that_says_how_it_ended_and_holds_no_text()
    {
        var ended = new System.Collections.Concurrent.ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ReviewInsightsTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { MaxTextLength = 6 });

        await foreach (var _ in analyzer.AnalyzeAsync(Texts(), new BatchOptions { MaxDegreeOfParallelism = 3 })) { }

        var batch = ended.Single(a => (int)a.GetTagItem("parallelism")! == 3 && a.GetTagItem("errors") is 1L);
        batch.GetTagItem("reviews").ShouldBe(2L);
        batch.GetTagItem("lexicon").ShouldBe(Samples.Lexicon.Info.Version);
        batch.TagObjects.ShouldAllBe(tag => !$"{tag.Value}".Contains("物流", StringComparison.Ordinal));
    }

    private static async IAsyncEnumerable<Review> Texts()
    {
        yield return new Review("1", "物流快");
        yield return new Review("2", "物流快，质量很好");
        await Task.CompletedTask;
    }
}
