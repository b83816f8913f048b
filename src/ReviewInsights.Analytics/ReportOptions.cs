using System.Collections.Immutable;

namespace ReviewInsights.Analytics;

/// <summary>What a report looks at. Immutable.</summary>
public sealed record ReportOptions
{
    /// <summary>Stages and thresholds of the curves.</summary>
    public CurveOptions Curve { get; init; } = new();

    /// <summary>What the groups are, as a code for the reader: <c>product</c>, <c>brand</c> and so on.</summary>
    public string By { get; init; } = "product";

    /// <summary>The group of a review; null or white space where it names none.</summary>
    public Func<Review, string?> GroupOf { get; init; } = static review => review.ProductId;

    /// <summary>Length of a bucket of the trend; null to choose by the time the reviews span.</summary>
    public TimeUnit? Over { get; init; }

    /// <summary>Promotion phases to mark on the trend.</summary>
    public ImmutableArray<PromotionPhase> Phases { get; init; } = [];

    /// <summary>What to do about a cause, by stage, aspect and attribute.</summary>
    public ActionTable Actions { get; init; } = ActionTable.LoadDefault();
}

/// <summary>Length of a bucket of time.</summary>
public enum TimeUnit : byte
{
    /// <summary>A day.</summary>
    Day = 0,

    /// <summary>A week from Monday to Sunday.</summary>
    Week = 1,

    /// <summary>A calendar month.</summary>
    Month = 2,
}
