using System.Collections.Immutable;
using System.Globalization;
using ReviewInsights.IO.Records;
using static ReviewInsights.IO.ResultColumn;

namespace ReviewInsights.IO;

/// <summary>
/// Tagged reviews as a flat table, one row a review: <c>id</c>, the metadata of the review, <c>overall_polarity</c>,
/// <c>overall_score</c>, <c>overall_confidence</c>, one column per aspect (<c>aspect.value</c>: its polarity, empty when not
/// mentioned), one per stage (<c>stage.usage</c>: its mean score, empty when not mentioned), <c>suggestion</c> (its wording),
/// <c>opinions</c> (<c>usage.battery -0.7 电池不耐用 | …</c>), <c>lexicon</c> and, on request, <c>text</c>. Immutable, thread-safe.
/// </summary>
/// <remarks>The one definition of the table, whatever it is written to.</remarks>
public sealed class ResultTable
{
    /// <param name="aspects">Aspects that get a column, in order; usually those of the lexicon.</param>
    /// <param name="stages">Stages that get a column, in order.</param>
    /// <param name="includeText">Whether a last column carries the text.</param>
    public ResultTable(ImmutableArray<string> aspects, ImmutableArray<string> stages, bool includeText = false) => Columns =
    [
        OfText("id", a => a.Review.Id),
        OfTime("created_at", a => a.Review.CreatedAt),
        OfNumber("rating", a => a.Review.Rating),
        OfText("product_id", a => a.Review.ProductId),
        OfText("brand", a => a.Review.Brand),
        OfText("category", a => a.Review.Category),
        OfText("channel", a => a.Review.Channel),
        OfText("order_id", a => a.Review.OrderId),
        OfText("batch", a => a.Review.Batch),
        OfText("user_id", a => a.Review.UserId),
        OfText("overall_polarity", a => a.Overall.Polarity.ToCode()),
        OfNumber("overall_score", a => Rounding.Score(a.Overall.Score)),
        OfNumber("overall_confidence", a => Rounding.Score(a.Overall.Confidence)),
        .. aspects.Select(aspect => OfText("aspect." + aspect, a => PolarityOf(a, aspect))),
        .. stages.Select(stage => OfNumber("stage." + stage, a => MeanOf(a, stage))),
        OfText("suggestion", a => a.Suggestion?.Of(a.Review.Text).ToString()),
        OfText("opinions", a => string.Join(" | ", a.Opinions.Select(o => Compact(o, a.Review.Text)))),
        OfText("lexicon", a => a.Lexicon),
        .. includeText ? [OfText("text", a => a.Review.Text)] : ImmutableArray<ResultColumn>.Empty,
    ];

    /// <summary>The columns, in order; the first is <c>id</c>.</summary>
    public ImmutableArray<ResultColumn> Columns { get; }

    private static string Compact(Opinion opinion, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $"{opinion.Attribute ?? opinion.Aspect} {Rounding.Score(opinion.Score)} {opinion.Expression.Of(text)}");

    private static string? PolarityOf(ReviewAnalysis analysis, string aspect)
    {
        foreach (var mentioned in analysis.Aspects)
        {
            if (mentioned.Aspect == aspect)
                return mentioned.Polarity.ToCode();
        }

        return null;
    }

    private static double? MeanOf(ReviewAnalysis analysis, string stage)
    {
        foreach (var mentioned in analysis.Stages)
        {
            if (mentioned.Stage == stage)
                return Rounding.Score(mentioned.Mean);
        }

        return null;
    }
}
