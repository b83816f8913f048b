using System.Collections.Immutable;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO;

/// <summary>
/// A tagged review as records carry it, for analytics over many: the same whether it was read from a tagged file or made from an
/// analysis just now, because scores are rounded the same way. Arrays are compared by reference.
/// </summary>
/// <param name="Review">Metadata of the review. Its text is empty where the record carries none.</param>
/// <param name="Overall">The whole review.</param>
/// <param name="Aspects">One entry per aspect mentioned.</param>
/// <param name="Opinions">Opinions in the order of the text.</param>
/// <param name="Stages">Mean score per stage mentioned.</param>
/// <param name="Suggestion">Span of the suggestion, or null.</param>
/// <param name="Lexicon">Version of the lexicon that tagged the review.</param>
public sealed record TaggedReview(
    Review Review,
    OverallPolarity Overall,
    ImmutableArray<AspectPolarity> Aspects,
    ImmutableArray<TaggedOpinion> Opinions,
    ImmutableArray<StageScore> Stages,
    TextSpan? Suggestion,
    string Lexicon)
{
    /// <summary>What a tagged file would say about <paramref name="analysis"/>.</summary>
    public static TaggedReview From(ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var overall = analysis.Overall;
        return new TaggedReview(
            analysis.Review,
            new OverallPolarity(overall.Polarity, Rounding.Score(overall.Score), Rounding.Score(overall.Confidence)),
            analysis.Aspects,
            [.. analysis.Opinions.Select(TaggedOpinion.From)],
            [.. analysis.Stages.Select(s => s with { Mean = Rounding.Score(s.Mean) })],
            analysis.Suggestion,
            analysis.Lexicon);
    }
}

/// <summary>One opinion of a tagged review, without its evidence.</summary>
/// <param name="Aspect">Code of the aspect.</param>
/// <param name="Attribute">Level-two code, or null.</param>
/// <param name="Polarity">Positive, negative or neutral.</param>
/// <param name="Score">In [-1, 1], four decimals.</param>
/// <param name="Confidence">In [0, 1], four decimals.</param>
/// <param name="Stage">Code of the stage, or <c>none</c>.</param>
/// <param name="Clause">The clause that holds the opinion.</param>
/// <param name="Target">The wording that names the aspect, or null.</param>
/// <param name="Expression">The shortest span that carries the opinion.</param>
public sealed record TaggedOpinion(
    string Aspect,
    string? Attribute,
    Polarity Polarity,
    double Score,
    double Confidence,
    string Stage,
    TextSpan Clause,
    TextSpan? Target,
    TextSpan Expression)
{
    /// <summary>The opinion as a record carries it.</summary>
    public static TaggedOpinion From(Opinion opinion)
    {
        ArgumentNullException.ThrowIfNull(opinion);
        return new TaggedOpinion(
            opinion.Aspect,
            opinion.Attribute,
            opinion.Polarity,
            Rounding.Score(opinion.Score),
            Rounding.Score(opinion.Confidence),
            opinion.Stage,
            opinion.Clause,
            opinion.Target,
            opinion.Expression);
    }
}

/// <summary>One line of a tagged file: a record, or the reason why it is none. Exactly one of the two is set.</summary>
/// <param name="Number">Number of the data row, 1-based.</param>
/// <param name="Line">Line of the file, 1-based.</param>
/// <param name="Review">The record, or null.</param>
/// <param name="Rejection">Why the line is rejected, or null.</param>
public readonly record struct TaggedRow(long Number, long Line, TaggedReview? Review, RowRejection? Rejection);
