using System.Collections.Immutable;
using System.Text.Json;
using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics;

/// <summary>
/// How customers feel from stage to stage. Immutable. The unit is the review: what a review says about a stage is the mean score
/// of its opinions there, and a review that does not speak about a stage is missing at it, never 0.
/// </summary>
/// <remarks>Arrays are compared by reference, not by content.</remarks>
/// <param name="Reviews">How many reviews were added, silent ones included.</param>
/// <param name="Points">One point per stage, in journey order, stages nobody mentions included.</param>
/// <param name="Summary">The curve in a few numbers, or null when no stage has an estimate.</param>
/// <param name="Breakpoints">Stages where customers are lost, the most severe first.</param>
public sealed record EmotionCurve(
    long Reviews,
    ImmutableArray<CurvePoint> Points,
    CurveSummary? Summary,
    ImmutableArray<StageBreakpoint> Breakpoints)
{
    /// <summary>
    /// Writes the curve as one JSON object. Numbers are rounded to 4 decimals, p-values to 6, so that equal input gives equal bytes.
    /// </summary>
    /// <param name="writer">Where to; flushing and disposing stay with the caller.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        CurveJson.Write(writer, this);
    }
}

/// <summary>One stage of a curve.</summary>
/// <param name="Stage">Code of the stage.</param>
/// <param name="Reviews">n: how many reviews speak about the stage.</param>
/// <param name="Coverage">n as a share of all reviews, in [0, 1]; 0 when there are no reviews.</param>
/// <param name="Reliability">Whether n is enough for an estimate and for a breakpoint.</param>
/// <param name="Estimate">Mean, spread and shares; null below <see cref="CurveOptions.MinimumReviewsForEstimate"/> reviews.</param>
/// <param name="NegativeAspects">Aspects most often spoken of unfavourably here: by falling count, ties by code.</param>
/// <param name="PositiveAspects">Aspects most often spoken of favourably here: by falling count, ties by code.</param>
public sealed record CurvePoint(
    string Stage,
    long Reviews,
    double Coverage,
    PointReliability Reliability,
    StageEstimate? Estimate,
    ImmutableArray<AspectCount> NegativeAspects,
    ImmutableArray<AspectCount> PositiveAspects)
{
    /// <summary>
    /// The mean drawn towards that of all groups, the more so the fewer reviews there are, in [-1, 1]: what to compare small groups
    /// by. Null on a curve that is no group's, and where nobody speaks about the stage.
    /// </summary>
    public double? ShrunkMean { get; init; }
}

/// <summary>What the number of reviews behind a point allows.</summary>
public enum PointReliability : byte
{
    /// <summary>Fewer than 5 reviews: nothing is estimated.</summary>
    None = 0,

    /// <summary>5 to 19 reviews: shown, but never a breakpoint.</summary>
    Small = 1,

    /// <summary>20 reviews or more.</summary>
    Sufficient = 2,
}

/// <summary>What the reviews that speak about a stage say.</summary>
/// <param name="Mean">Mean over reviews, in [-1, 1].</param>
/// <param name="StandardDeviation">Spread between reviews: the sample standard deviation (divisor n − 1).</param>
/// <param name="Interval">95 % interval of the mean: Poisson bootstrap over reviews with expanded percentiles (Hesterberg 2015), cut to [-1, 1].</param>
/// <param name="Positive">Reviews whose score at the stage is above 0.</param>
/// <param name="Neutral">Reviews whose score at the stage is 0 at four decimals.</param>
/// <param name="Negative">Reviews whose score at the stage is below 0.</param>
public sealed record StageEstimate(
    double Mean,
    double StandardDeviation,
    Interval Interval,
    Share Positive,
    Share Neutral,
    Share Negative);

/// <summary>A range that holds the true value in 95 of 100 samples.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>A share of the reviews that speak about a stage.</summary>
/// <param name="Reviews">How many reviews.</param>
/// <param name="Value">As a share, in [0, 1].</param>
/// <param name="Interval">95 % interval: Wilson 1927, without continuity correction.</param>
public readonly record struct Share(long Reviews, double Value, Interval Interval);

/// <summary>How many reviews voice an opinion of one direction about an aspect at a stage. A review counts once.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Reviews">How many reviews.</param>
public readonly record struct AspectCount(string Aspect, long Reviews);

/// <summary>A curve in a few numbers, over the stages that have an estimate ("present" stages). Nothing is smoothed.</summary>
/// <param name="Mean">Mean over all stages weighted by their reviews, in [-1, 1].</param>
/// <param name="End">The last present stage.</param>
/// <param name="Peak">The stage with the highest mean; the earlier of equals.</param>
/// <param name="Valley">The stage with the lowest mean; the earlier of equals.</param>
/// <param name="PeakEnd">
/// Peak–end heuristic (Kahneman et al. 1993): (peak + end) / 2, what an experience is remembered by.
/// </param>
/// <param name="Slope">
/// Change of the mean per stage: least squares over the position in the journey, stages weighing alike; null with fewer than two.
/// </param>
/// <param name="Area">
/// Area under the curve from the first to the last present stage by the trapezoid rule, in score × stages; null with fewer than two.
/// </param>
public sealed record CurveSummary(
    double Mean,
    StageMean End,
    StageMean Peak,
    StageMean Valley,
    double PeakEnd,
    double? Slope,
    double? Area);

/// <summary>A stage and its mean.</summary>
/// <param name="Stage">Code of the stage.</param>
/// <param name="Mean">Mean over reviews, in [-1, 1].</param>
public readonly record struct StageMean(string Stage, double Mean);
