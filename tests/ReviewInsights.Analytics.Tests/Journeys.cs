using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ReviewInsights.Analytics.Tests;

/// <summary>Reviews with a known truth, and short ways to write some down.</summary>
internal static class Journeys
{
    public const string Purchase = "purchase", Anticipation = "anticipation", Receiving = "receiving", Usage = "usage",
        AfterSales = "aftersales";

    // Usage is what most reviews are about; anticipation and after-sales are rare. Roughly what shops see.
    private static readonly double[] Coverage = [0.25, 0.15, 0.45, 0.80, 0.20];

    public static StageOpinion[] Review(params (string Stage, double Score)[] opinions) =>
        [.. opinions.Select(o => new StageOpinion(o.Score < 0 ? "material" : "usage", o.Stage, o.Score))];

    public static CurveAggregator Collect(IEnumerable<StageOpinion[]> reviews, CurveOptions? options = null)
    {
        var aggregator = new CurveAggregator(options);
        foreach (var review in reviews) aggregator.Add(review);
        return aggregator;
    }

    /// <summary>Adds the same number of reviews with one opinion each, one list of scores a stage.</summary>
    public static EmotionCurve Curve(params (string Stage, double[] Scores)[] stages) =>
        Collect(from stage in stages from score in stage.Scores select Review((stage.Stage, score))).ToCurve();

    public static double[] Times(int count, params double[] pattern) =>
        [.. Enumerable.Range(0, count).Select(i => pattern[i % pattern.Length])];

    /// <summary>
    /// Random reviews. A review has a mood that half of its stages repeat, so its stages are correlated; each stage has the same
    /// distribution of scores, skewed and in lumps as real ones are, except that <paramref name="shifts"/> are added.
    /// </summary>
    public static IEnumerable<StageOpinion[]> Random(int seed, int reviews, params double[] shifts)
    {
        var random = new Random(seed);
        var stages = CurveOptions.DefaultStages;
        for (var i = 0; i < reviews; i++)
        {
            var mood = Draw(random);
            var opinions = new List<StageOpinion>();
            for (var s = 0; s < stages.Length; s++)
            {
                var own = Draw(random);
                var score = random.NextDouble() < 0.5 ? mood : own;
                if (random.NextDouble() >= Coverage[s]) continue;
                score = Math.Clamp(score + (s < shifts.Length ? shifts[s] : 0), -1, 1);
                opinions.Add(new StageOpinion(Aspects[random.Next(Aspects.Length)], stages[s], score));
            }

            yield return [.. opinions];
        }
    }

    public static string Json(EmotionCurve curve)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) curve.WriteJson(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static ReviewAnalysis Analysis(params (string Stage, double Score)[] opinions) => new(
        new Review("r-1", ""),
        new OverallPolarity(Polarity.Neutral, 0, 1),
        [],
        [.. opinions.Select(o => new Opinion(
            o.Score < 0 ? "material" : "usage", null, (Polarity)Math.Sign(o.Score), o.Score, 0.9, o.Stage, default, null, default, []))],
        [],
        null,
        [],
        [],
        "test");

    private static readonly ImmutableArray<string> Aspects = ["material", "usage", "value", "logistics", "after_service"];

    private static double Draw(Random random) => random.NextDouble() switch
    {
        < 0.45 => 0.7,
        < 0.60 => 0.3 + (random.Next(10) / 100.0),
        < 0.70 => 0,
        < 0.85 => -0.4,
        _ => -0.75,
    };
}
