using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;

namespace ReviewInsights.IO.Tests;

public sealed class ReviewInputTelemetryTests
{
    private const string Ndjson = "{\"text\":\"质量好\"}\nbroken\n{\"text\":\"物流慢\"}\n";

    [Fact]
    public void Whoever_listens_hears_how_many_rows_were_read_and_refused()
    {
        // Other tests read at the same time, so more than ours may be counted.
        var sums = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ReviewInputTelemetry.MeterName) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => sums.AddOrUpdate($"{tags[0].Value} {tags[1].Value}", value, (_, sum) => sum + value));
        listener.Start();

        Open("telemetry.ndjson").Read().Count().ShouldBe(3);

        sums["Ndjson accepted"].ShouldBeGreaterThanOrEqualTo(2);
        sums["Ndjson rejected"].ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public void Reading_is_an_activity_that_leaves_that_of_the_caller_alone()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ReviewInputTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var own = new Activity("own").Start();

        foreach (var _ in Open("activity.ndjson").Read())
            Activity.Current.ShouldBe(own);

        Activity.Current.ShouldBe(own);
        var read = ended.Single(a => "activity.ndjson".Equals(a.GetTagItem("source")));
        (read.GetTagItem("format"), read.GetTagItem("rows"), read.GetTagItem("rejected")).ShouldBe(("Ndjson", 3L, 1L));
        read.TagObjects.ShouldAllBe(tag => !$"{tag.Value}".Contains("质量", StringComparison.Ordinal));
    }

    private static IReviewSource Open(string name) => ReviewInput.Open(new MemoryStream(Encoding.UTF8.GetBytes(Ndjson)), name).Reviews();
}
