using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReviewInsights;

/// <summary>
/// What the library tells whoever listens (OpenTelemetry, <c>dotnet-counters</c>): numbers and names of lexicons, never a text. A
/// review costs nothing measurable while nobody listens.
/// </summary>
/// <remarks>
/// Counters of the meter: <c>reviewinsights.reviews</c> (reviews analysed), <c>reviewinsights.opinions</c> (opinions found in
/// them) and <c>reviewinsights.characters</c> (their UTF-16 code units). Activities of the source: <c>reviewinsights.batch</c>, one
/// for each <see cref="ReviewAnalyzer.AnalyzeAsync"/>, with the tags <c>lexicon</c>, <c>parallelism</c>, <c>reviews</c> and
/// <c>errors</c>.
/// </remarks>
public static class ReviewInsightsTelemetry
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ReviewInsights";

    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "ReviewInsights";

    // The framework collects by name over the whole process, so these stand once; they hold no results.
    private static readonly Meter Meter = new(MeterName);
    private static readonly ActivitySource Activities = new(ActivitySourceName);
    private static readonly Counter<long> Reviews = Meter.CreateCounter<long>("reviewinsights.reviews", "{review}", "Reviews analysed");
    private static readonly Counter<long> Opinions = Meter.CreateCounter<long>("reviewinsights.opinions", "{opinion}", "Opinions found");
    private static readonly Counter<long> Characters = Meter.CreateCounter<long>("reviewinsights.characters", "{char}", "UTF-16 code units analysed");

    internal static void CountReview(int characters, int opinions)
    {
        if (!Reviews.Enabled && !Opinions.Enabled && !Characters.Enabled) return;
        Reviews.Add(1);
        Opinions.Add(opinions);
        Characters.Add(characters);
    }

    internal static Activity? StartBatch(ReviewAnalyzer analyzer, BatchOptions options) => Activities.StartActivity("reviewinsights.batch")
        ?.SetTag("lexicon", analyzer.Lexicon.Info.Version)
        .SetTag("parallelism", options.MaxDegreeOfParallelism);
}
