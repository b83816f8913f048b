using System.Collections.Immutable;

namespace ReviewInsights.Analytics;

/// <summary>What counts as a stage and as a breakpoint. Immutable; the defaults are the product's definitions.</summary>
public sealed record CurveOptions
{
    /// <summary>Reviews a stage needs before anything is estimated from them.</summary>
    public const int MinimumReviewsForEstimate = 5;

    /// <summary>Reviews a stage needs before it can be a breakpoint; below, its point is marked as small.</summary>
    public const int MinimumReviewsForBreakpoint = 20;

    /// <summary>The stages of the customer's journey as the default lexicon names them, in order.</summary>
    public static ImmutableArray<string> DefaultStages { get; } = ["purchase", "anticipation", "receiving", "usage", "aftersales"];

    /// <summary>Codes of the stages in journey order, without <c>none</c>.</summary>
    public ImmutableArray<string> Stages { get; init; } = DefaultStages;

    /// <summary>How far a mean must fall, in score units, to be worth a remedy. At least 0.</summary>
    /// <value>0.20, a tenth of the scale.</value>
    public double MinimumDrop { get; init; } = 0.20;

    /// <summary>Chance, in (0, 1), of any false breakpoint on a curve without one.</summary>
    /// <value>0.05</value>
    public double SignificanceLevel { get; init; } = 0.05;

    /// <summary>How many aspects to name per stage and direction. At least 0.</summary>
    /// <value>3</value>
    public int TopAspects { get; init; } = 3;

    /// <summary>Resamples of the bootstrap behind the interval of a mean. At least 200; cost of a curve is linear in it.</summary>
    /// <value>1000</value>
    public int BootstrapSamples { get; init; } = 1000;

    /// <summary>Seed of the bootstrap: the same seed and reviews give the same intervals.</summary>
    /// <value>0</value>
    public ulong Seed { get; init; }

    internal void Validate(string parameter)
    {
        if (Stages.IsDefaultOrEmpty || Stages.Length > MaximumStages
            || Stages.Distinct(StringComparer.Ordinal).Count() != Stages.Length || Stages.Any(string.IsNullOrEmpty)
            || Stages.Contains(Lexicon.NoStageCode, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"{nameof(CurveOptions)}.{nameof(Stages)} must hold 1 to {MaximumStages} distinct codes other than '{Lexicon.NoStageCode}'.",
                parameter);
        }

        Require(MinimumDrop >= 0, nameof(MinimumDrop), MinimumDrop, "at least 0", parameter);
        Require(SignificanceLevel is > 0 and < 1, nameof(SignificanceLevel), SignificanceLevel, "above 0 and below 1", parameter);
        Require(BootstrapSamples >= 200, nameof(BootstrapSamples), BootstrapSamples, "at least 200", parameter);
        Require(TopAspects >= 0, nameof(TopAspects), TopAspects, "at least 0", parameter);
    }

    // The state holds a square of moments a group; a journey of more stages than this is a mistake, not a journey.
    private const int MaximumStages = 32;

    internal bool Agrees(CurveOptions other) =>
        Stages.AsSpan().SequenceEqual(other.Stages.AsSpan()) && MinimumDrop.Equals(other.MinimumDrop)
        && SignificanceLevel.Equals(other.SignificanceLevel) && TopAspects == other.TopAspects
        && BootstrapSamples == other.BootstrapSamples && Seed == other.Seed;

    private static void Require(bool holds, string option, double value, string range, string parameter)
    {
        if (!holds) throw new ArgumentException($"{nameof(CurveOptions)}.{option} is {value}; it must be {range}.", parameter);
    }
}
