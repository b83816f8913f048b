using System.Globalization;

namespace ReviewInsights.Benchmarks.Guard;

/// <summary>A measurement beside what it is held against.</summary>
/// <param name="Name">Key in the baseline.</param>
/// <param name="Baseline">What the baseline says, or null where it says nothing.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Limit">The least of a ratio, the most of anything else; NaN for a ratio without a baseline.</param>
/// <param name="Passed">Whether the limit is kept.</param>
internal sealed record Verdict(string Name, double? Baseline, double Measured, double Limit, bool Passed)
{
    /// <summary>A ratio may fall to this share of its baseline; below, something made the code slower.</summary>
    internal const double RatioKept = 0.75;

    /// <summary>Whether it is a ratio to an oracle, held against the baseline.</summary>
    internal bool IsRatio { get; private init; }

    /// <summary>Whether measuring again could help: a ratio without a baseline cannot pass.</summary>
    internal bool IsWorthRepeating => !Passed && !double.IsNaN(Limit);

    /// <summary>Judges one measurement.</summary>
    internal static Verdict Of(IMeasure measure, double measured, double? baseline)
    {
        var limit = measure.Ceiling ?? baseline * RatioKept ?? double.NaN;
        return new Verdict(measure.Name, baseline, measured, limit, measure.Ceiling is null ? measured >= limit : measured <= limit)
        {
            IsRatio = measure.Ceiling is null,
        };
    }

    /// <summary>The better of two: a machine can only make code look slower or larger than it is.</summary>
    internal Verdict Better(Verdict other) => other.Passed ? other : this;

    /// <summary>Name, baseline, measured and limit in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}: baseline {Number(Baseline)}, measured {Number(Measured)}, limit {Number(Limit)}");

    /// <summary>A number as the table shows it.</summary>
    internal static string Number(double? value) => value is { } number and not double.NaN ? number.ToString("0.##", CultureInfo.InvariantCulture) : "none";
}
