namespace ReviewInsights.Training;

/// <summary>How the document polarity of a model is trained. The defaults made the shipped model.</summary>
public sealed record PolarityTrainingOptions
{
    /// <summary>Name that the model carries.</summary>
    /// <value>The default is null: the name of the model that is retrained.</value>
    public string? Name { get; init; }

    /// <summary>Seed of all random orders: same data, same seed, same bytes.</summary>
    /// <value>The default is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Grams of the document model that are kept.</summary>
    /// <value>The default is 25,000.</value>
    public int DocumentGrams { get; init; } = new OpinionTrainingOptions().DocumentGrams;
}
