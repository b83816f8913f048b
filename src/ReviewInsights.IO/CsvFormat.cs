using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReviewInsights.IO.Delimited;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO;

/// <summary>
/// Tagged reviews as a flat table, one row a review: <c>id</c>, the metadata of the review, <c>overall_polarity</c>,
/// <c>overall_score</c>, <c>overall_confidence</c>, one column per aspect (<c>aspect.value</c>: its polarity, empty when not
/// mentioned), one per stage (<c>stage.usage</c>: its mean score, empty when not mentioned), <c>suggestion</c> (its wording),
/// <c>opinions</c> (<c>usage.battery -0.7 电池不耐用 | …</c>) and <c>lexicon</c>.
/// </summary>
/// <remarks>
/// UTF-8, <c>\n</c> line ends. Texts that a spreadsheet would take for a formula (they start with = + - @, tab or carriage
/// return) get an apostrophe in front. For further processing without loss take <see cref="NdjsonFormat"/>.
/// </remarks>
public sealed class CsvFormat : ResultFormat
{
    /// <summary>Aspects that get a column, in order; usually those of the lexicon.</summary>
    public required ImmutableArray<string> Aspects { get; init; }

    /// <summary>Stages that get a column, in order.</summary>
    public required ImmutableArray<string> Stages { get; init; }

    /// <summary>Whether a last column carries the text.</summary>
    /// <value>Default: false.</value>
    public bool IncludeText { get; init; }

    /// <summary>Whether the table starts with a byte order mark, by which spreadsheets know it for UTF-8.</summary>
    /// <value>Default: false.</value>
    public bool WithByteOrderMark { get; init; }

    /// <inheritdoc/>
    public override void WriteHeader(IBufferWriter<byte> output)
    {
        if (WithByteOrderMark)
            output.Write(Encoding.UTF8.Preamble);
        var row = new CellWriter();
        foreach (var name in (ReadOnlySpan<string>)["id", "created_at", "rating", "product_id", "brand", "category", "channel", "order_id",
            "batch", "user_id", "overall_polarity", "overall_score", "overall_confidence"])
            row.Raw(name);
        foreach (var aspect in Aspects)
            row.Raw("aspect." + aspect);
        foreach (var stage in Stages)
            row.Raw("stage." + stage);
        row.Raw("suggestion").Raw("opinions").Raw("lexicon");
        if (IncludeText)
            row.Raw("text");
        row.End(output);
    }

    /// <inheritdoc/>
    public override void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var review = analysis.Review;
        var row = new CellWriter()
            .Text(review.Id)
            .Raw(review.CreatedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture))
            .Number(review.Rating)
            .Text(review.ProductId).Text(review.Brand).Text(review.Category).Text(review.Channel)
            .Text(review.OrderId).Text(review.Batch).Text(review.UserId)
            .Raw(analysis.Overall.Polarity.ToCode())
            .Number(Rounding.Score(analysis.Overall.Score))
            .Number(Rounding.Score(analysis.Overall.Confidence));
        foreach (var aspect in Aspects)
            row.Raw(PolarityOf(analysis, aspect));
        foreach (var stage in Stages)
            row.Number(MeanOf(analysis, stage));
        row.Text(analysis.Suggestion?.Of(review.Text).ToString());
        row.Text(string.Join(" | ", analysis.Opinions.Select(o => Compact(o, review.Text))));
        row.Text(analysis.Lexicon);
        if (IncludeText)
            row.Text(review.Text);
        row.End(output);
    }

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
