namespace ReviewInsights.IO;

/// <summary>The fields a review may have in an input.</summary>
public enum ReviewField
{
    /// <summary>What the customer wrote; the only field that must be there.</summary>
    Text = 0,

    /// <summary>Identifier of the review.</summary>
    Id = 1,

    /// <summary>When it was written.</summary>
    CreatedAt = 2,

    /// <summary>Stars, 1 to 5.</summary>
    Rating = 3,

    /// <summary>Product or SKU.</summary>
    ProductId = 4,

    /// <summary>Brand.</summary>
    Brand = 5,

    /// <summary>Category of goods.</summary>
    Category = 6,

    /// <summary>Sales channel.</summary>
    Channel = 7,

    /// <summary>Order.</summary>
    OrderId = 8,

    /// <summary>Production batch.</summary>
    Batch = 9,

    /// <summary>Customer.</summary>
    UserId = 10,

    /// <summary>Stage of the journey, where the source knows it.</summary>
    Stage = 11,

    /// <summary>Stars for the service, 1 to 5.</summary>
    ServiceScore = 12,

    /// <summary>Stars for the logistics, 1 to 5.</summary>
    LogisticsScore = 13,

    /// <summary>Stars for the product, 1 to 5.</summary>
    ProductScore = 14,
}
