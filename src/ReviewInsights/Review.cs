namespace ReviewInsights;

/// <summary>One review as it came in. Only the text is needed; the rest is carried along for grouping and time series.</summary>
/// <param name="Id">Identifier given by the source, or the 1-based row number as text.</param>
/// <param name="Text">The review as written. Offsets in results refer to this string.</param>
public sealed record Review(string Id, string Text)
{
    /// <summary>When the review was written.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Stars, 1 to 5.</summary>
    public double? Rating { get; init; }

    /// <summary>Product or SKU.</summary>
    public string? ProductId { get; init; }

    /// <summary>Brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Category of goods.</summary>
    public string? Category { get; init; }

    /// <summary>Sales channel.</summary>
    public string? Channel { get; init; }

    /// <summary>Order the review belongs to.</summary>
    public string? OrderId { get; init; }

    /// <summary>Production batch.</summary>
    public string? Batch { get; init; }

    /// <summary>Customer.</summary>
    public string? UserId { get; init; }

    /// <summary>Stage, where the source knows it (a field of a questionnaire): opinions without a stage of their own take it.</summary>
    public string? Stage { get; init; }

    /// <summary>Stars for the service, 1 to 5.</summary>
    public double? ServiceScore { get; init; }

    /// <summary>Stars for the logistics, 1 to 5.</summary>
    public double? LogisticsScore { get; init; }

    /// <summary>Stars for the product, 1 to 5.</summary>
    public double? ProductScore { get; init; }
}
