using System.Collections.Immutable;

namespace ReviewInsights;

/// <summary>What a review says: overall, by aspect, by stage, and each opinion with its evidence. Immutable.</summary>
/// <remarks>Arrays are compared by reference, not by content.</remarks>
/// <param name="Review">The review that was analysed.</param>
/// <param name="Overall">The whole review.</param>
/// <param name="Aspects">One entry per aspect mentioned, in the order of the lexicon.</param>
/// <param name="Opinions">Opinions in the order of the text.</param>
/// <param name="Stages">One entry per stage mentioned, in journey order; a stage that is not mentioned is absent.</param>
/// <param name="Suggestion">The clause that holds a suggestion or wish addressed to seller or maker, or null.</param>
/// <param name="Tokens">Tokens that tile the text; empty unless the analyser keeps them.</param>
/// <param name="Clauses">Clauses in the order of the text; empty unless the analyser keeps them.</param>
/// <param name="Lexicon">Version of the lexicon that produced the result, such as <c>zh-0.1+3f9a1c20</c>.</param>
public sealed record ReviewAnalysis(
    Review Review,
    OverallPolarity Overall,
    ImmutableArray<AspectPolarity> Aspects,
    ImmutableArray<Opinion> Opinions,
    ImmutableArray<StageScore> Stages,
    TextSpan? Suggestion,
    ImmutableArray<Token> Tokens,
    ImmutableArray<TextSpan> Clauses,
    string Lexicon)
{
    /// <summary>
    /// The same result with personal data masked in the text. It was found in the original, and since masking changes no length, all
    /// spans hold. Other fields of the review, such as order and user, are identifiers for joining and stay.
    /// </summary>
    /// <param name="masker">What counts as personal data.</param>
    /// <exception cref="ArgumentNullException"><paramref name="masker"/> is null.</exception>
    public ReviewAnalysis Mask(PiiMasker masker)
    {
        ArgumentNullException.ThrowIfNull(masker);
        var masked = masker.Mask(Review.Text);
        return ReferenceEquals(masked, Review.Text) ? this : this with { Review = Review with { Text = masked } };
    }
}

/// <summary>The polarity of a whole review.</summary>
/// <param name="Polarity">What a reader takes away.</param>
/// <param name="Score">In [-1, 1]; above 0 reads as positive where only two classes are asked for.</param>
/// <param name="Confidence">Estimated probability, in [0, 1], that the sign of the score is right.</param>
public readonly record struct OverallPolarity(Polarity Polarity, double Score, double Confidence);

/// <summary>The opinions of one aspect in one review, summed up.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Polarity">Mixed when the opinions disagree.</param>
public readonly record struct AspectPolarity(string Aspect, Polarity Polarity);

/// <summary>The mean score of the opinions a review voices about one stage.</summary>
/// <param name="Stage">Code of the stage.</param>
/// <param name="Mean">Mean opinion score, in [-1, 1].</param>
/// <param name="OpinionCount">How many opinions stand behind the mean; at least 1.</param>
public readonly record struct StageScore(string Stage, double Mean, int OpinionCount);
