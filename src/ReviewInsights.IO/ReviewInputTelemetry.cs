using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReviewInsights.IO;

/// <summary>
/// What reading tells whoever listens (OpenTelemetry, <c>dotnet-counters</c>): numbers, layouts and names of sources, never a text.
/// A row costs nothing measurable while nobody listens.
/// </summary>
/// <remarks>
/// Counter of the meter: <c>reviewinsights.io.rows</c>, rows read, with the tags <c>format</c> (as in <see cref="InputFormat"/>) and
/// <c>outcome</c> (<c>accepted</c> or <c>rejected</c>). Activities of the source: <c>reviewinsights.io.read</c>, one for each
/// <see cref="IReviewSource.Read"/>, with the tags <c>source</c>, <c>format</c>, <c>rows</c> and <c>rejected</c>.
/// </remarks>
public static class ReviewInputTelemetry
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ReviewInsights.IO";

    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "ReviewInsights.IO";

    // The framework collects by name over the whole process, so these stand once; they hold no results.
    private static readonly Meter Meter = new(MeterName);
    private static readonly ActivitySource Activities = new(ActivitySourceName);
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("reviewinsights.io.rows", "{row}", "Rows read");

    internal static void CountRow(InputFormat format, bool isAccepted)
    {
        if (Rows.Enabled)
            Rows.Add(1, new("format", format.ToString()), new("outcome", isAccepted ? "accepted" : "rejected"));
    }

    /// <summary>Passes rows on within an activity.</summary>
    internal static IEnumerable<ReviewRow> Observe(IReviewSource source, InputFormat format, IEnumerable<ReviewRow> rows)
    {
        // Between two rows the caller goes on with work of its own, which must not become a child of this.
        var current = Activity.Current;
        var activity = Activities.StartActivity("reviewinsights.io.read")?.SetTag("source", source.Name).SetTag("format", format.ToString());
        Activity.Current = current;
        try
        {
            foreach (var row in rows)
                yield return row;
        }
        finally
        {
            if (activity is not null)
            {
                var summary = source.Summary;
                current = Activity.Current;
                activity.SetTag("rows", summary.Rows).SetTag("rejected", summary.Rejected).Dispose();
                Activity.Current = current;
            }
        }
    }
}
