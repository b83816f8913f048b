namespace ReviewInsights;

/// <summary>Options of <see cref="ReviewAnalyzer.AnalyzeAsync"/>. Immutable.</summary>
public sealed record BatchOptions
{
    /// <summary>Number of reviews analysed at the same time; 1 or more.</summary>
    /// <value>The default is 1.</value>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>Most reviews read ahead of the consumer; 1 or more. Bounds the memory of a batch.</summary>
    /// <value>The default is 1024.</value>
    public int MaxBuffered { get; init; } = 1024;

    /// <summary>Whether results come in the order of the input. Costs waiting for the slowest of those in flight.</summary>
    /// <value>The default is true.</value>
    public bool PreserveOrder { get; init; } = true;
}

/// <summary>One result of a batch: an analysis or the reason why there is none.</summary>
/// <param name="Index">Position in the input, 0-based.</param>
/// <param name="Review">The review.</param>
/// <param name="Analysis">The analysis, or null when <paramref name="Error"/> is set.</param>
/// <param name="Error">What went wrong with this review, or null.</param>
public sealed record BatchItem(long Index, Review Review, ReviewAnalysis? Analysis, Exception? Error);
