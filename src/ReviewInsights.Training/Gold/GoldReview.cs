using System.Collections.Immutable;

namespace ReviewInsights.Training;

/// <summary>A review with the opinions that people found in it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Category">What kind of goods it is about; may be empty.</param>
/// <param name="Text">The text.</param>
/// <param name="Overall">positive, negative, neutral or mixed; null where nobody said.</param>
/// <param name="Suggestion">Whether it asks seller or maker for something; null where nobody said.</param>
/// <param name="Opinions">The opinions.</param>
public sealed record GoldReview(string Id, string Category, string Text, string? Overall, bool? Suggestion, ImmutableArray<GoldOpinion> Opinions)
{
    /// <summary>Whether everything was annotated that the guide asks for: only then does a missing opinion mean that there is none.</summary>
    internal bool IsComplete => Overall is not null;
}

/// <summary>One opinion that people found.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Polarity">Its polarity.</param>
/// <param name="Stage">Code of the stage, or <c>none</c>; null where nobody said.</param>
/// <param name="Span">The wording that carries it.</param>
public sealed record GoldOpinion(string Aspect, Polarity Polarity, string? Stage, TextSpan Span);
