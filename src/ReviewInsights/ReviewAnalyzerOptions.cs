using System.Collections.Immutable;

namespace ReviewInsights;

/// <summary>Options of a <see cref="ReviewAnalyzer"/>. Immutable.</summary>
public sealed record ReviewAnalyzerOptions
{
    /// <summary>Longest text accepted, in UTF-16 code units.</summary>
    /// <value>The default is 16,777,216.</value>
    public int MaxTextLength { get; init; } = 1 << 24;

    /// <summary>Whether results carry tokens and clauses.</summary>
    /// <value>The default is false: they cost memory, and few callers read them.</value>
    public bool KeepTokens { get; init; }

    /// <summary>Scores closer to zero than this read as neutral, in [0, 1).</summary>
    /// <value>The default is 0.1.</value>
    public double NeutralBand { get; init; } = 0.1;

    /// <summary>Codes of the aspects to report; empty means all.</summary>
    /// <value>The default is empty.</value>
    public ImmutableArray<string> Aspects { get; init; } = [];

    /// <summary>Whether opinions come from lexicon and rules alone, without the trained model: less accurate, faster, and the same in any trade.</summary>
    /// <value>The default is false.</value>
    public bool RulesOnly { get; init; }

    /// <summary>Cuts texts into words in place of the built-in segmenter; null means the built-in one.</summary>
    /// <value>The default is null.</value>
    public ISegmenter? Segmenter { get; init; }

    /// <summary>Finds opinions in place of rules and trained model; null means the built-in ones.</summary>
    /// <value>The default is null.</value>
    public IAspectModel? AspectModel { get; init; }

    /// <summary>Tells a review's overall polarity in place of the built-in model; null means the built-in one.</summary>
    /// <value>The default is null.</value>
    public IPolarityModel? PolarityModel { get; init; }
}
