namespace ReviewInsights.Lexicons;

/// <summary>
/// Where each head stands in a row of scores: aspects, stages, polarities, (aspect, polarity) cells, the suggestion.
/// </summary>
internal readonly record struct HeadLayout(int Aspects, int Stages)
{
    /// <summary>Negative, neutral, positive.</summary>
    internal const int Polarities = 3;

    /// <summary>A row of weights is one cache line: all heads of a gram come with one load.</summary>
    internal const int Stride = 64;

    internal int FirstStage => Aspects;

    internal int FirstPolarity => Aspects + Stages;

    internal int FirstCell => FirstPolarity + Polarities;

    internal int Suggestion => FirstCell + Cells;

    internal int Cells => Aspects * Polarities;

    /// <summary>Number of heads; at most <see cref="Stride"/>.</summary>
    internal int Count => Suggestion + 1;
}
