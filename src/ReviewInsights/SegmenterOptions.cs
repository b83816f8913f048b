namespace ReviewInsights;

/// <summary>Options of a <see cref="Segmenter"/>. Immutable.</summary>
public sealed record SegmenterOptions
{
    /// <summary>
    /// Whether neighbouring single Chinese characters that are no words of the dictionary become one token: names and new
    /// words stay whole, at the price of some false joins.
    /// </summary>
    /// <value>The default is false.</value>
    public bool JoinUnknown { get; init; }
}
