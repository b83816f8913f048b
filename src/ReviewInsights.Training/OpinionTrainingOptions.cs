namespace ReviewInsights.Training;

/// <summary>How the opinion model is trained. The defaults made the shipped model; <c>lexicons/models/opinions.md</c> says what others gave.</summary>
public sealed record OpinionTrainingOptions
{
    /// <summary>Name that the model carries.</summary>
    /// <value>The default is <c>opinions</c>.</value>
    public string Name { get; init; } = "opinions";

    /// <summary>Seed of all random orders: same data, same seed, same bytes.</summary>
    /// <value>The default is 1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Gram features of the clause heads that are kept.</summary>
    /// <value>The default is 45,000.</value>
    public int HeadGrams { get; init; } = 45_000;

    /// <summary>Grams of the document model that are kept.</summary>
    /// <value>The default is 25,000.</value>
    public int DocumentGrams { get; init; } = 25_000;

    /// <summary>Grams that tell domains apart.</summary>
    /// <value>The default is 3,000.</value>
    public int DomainGrams { get; init; } = 3_000;

    /// <summary>Whether the heads see what lexicon and rules found.</summary>
    /// <value>The default is true.</value>
    public bool UseRules { get; init; } = true;

    /// <summary>Whether the heads see the document model's scores.</summary>
    /// <value>The default is true.</value>
    public bool UseDocument { get; init; } = true;

    /// <summary>Whether the heads see grams of the whole review.</summary>
    /// <value>The default is true.</value>
    public bool UseReviewGrams { get; init; } = true;

    /// <summary>Whether grams may count in one domain only.</summary>
    /// <value>The default is true.</value>
    public bool UseDomains { get; init; } = true;

    internal int MinClauses { get; init; } = 2;
    internal int MinReviews { get; init; } = 5;
    internal int MinDocuments { get; init; } = 5;

    /// <summary>Inverse strength of the penalty on weights, see <see cref="Learning.LogisticHeads"/>.</summary>
    internal float HeadCost { get; init; } = 0.5f;
    internal float PolarityCost { get; init; } = 0.25f;
    internal float NeutralFactor { get; init; } = 1.5f;
    internal float DomainGramWeight { get; init; } = 0.5f;
    internal double DocumentCost { get; init; } = 0.005;
    internal float DomainCost { get; init; } = 2;
    internal double SecondStageCost { get; init; } = 0.02;
    internal int HeadPasses { get; init; } = 8;
    internal int DocumentPasses { get; init; } = 60;
    internal int Folds { get; init; } = 5;
}
