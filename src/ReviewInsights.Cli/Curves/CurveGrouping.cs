namespace ReviewInsights.Cli.Curves;

/// <summary>What reviews can be grouped by: the words of <c>--by</c>.</summary>
internal static class CurveGrouping
{
    public static readonly string[] Names = ["product", "brand", "category", "channel", "batch"];

    public static Func<Review, string?> KeyOf(string name) => name switch
    {
        "product" => review => review.ProductId,
        "brand" => review => review.Brand,
        "category" => review => review.Category,
        "channel" => review => review.Channel,
        "batch" => review => review.Batch,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, $"is none of {string.Join(", ", Names)}"),
    };
}
