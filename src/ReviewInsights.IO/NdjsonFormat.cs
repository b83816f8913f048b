using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ReviewInsights.IO.Json;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO;

/// <summary>
/// Tagged reviews as JSON, one object a line: UTF-8 without a mark, <c>\n</c> line ends, Chinese and emoji unescaped. Version 1
/// of the record. Scores are rounded to four decimals.
/// </summary>
public sealed class NdjsonFormat : ResultFormat
{
    /// <summary>Version of the record, its property <c>v</c>.</summary>
    public const int Version = 1;

    /// <summary>Whether records carry the text.</summary>
    /// <value>Default: false.</value>
    public bool IncludeText { get; init; }

    /// <summary>Whether opinions carry their evidence.</summary>
    /// <value>Default: false.</value>
    public bool IncludeEvidence { get; init; }

    /// <inheritdoc/>
    public override void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(analysis);
        using (var writer = new Utf8JsonWriter(output, JsonStrings.CodeOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            WriteReview(writer, analysis.Review);
            WriteOverall(writer, analysis.Overall);
            WriteAspects(writer, analysis.Aspects);
            WriteOpinions(writer, analysis.Opinions);
            WriteStages(writer, analysis.Stages);
            WriteSpan(writer, "suggestion", analysis.Suggestion);
            JsonStrings.Write(writer, "lexicon", analysis.Lexicon);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <inheritdoc/>
    internal override ReviewEncoder OpenEncoder(ReviewAnalyzer analyzer, PiiMasker? masker = null) =>
        IncludeEvidence ? base.OpenEncoder(analyzer, masker) : new SessionEncoder(analyzer, IncludeText, masker);

    /// <summary>Writes the record that answers a rejected row where every line must be answered by a line.</summary>
    public static void WriteRejection(IBufferWriter<byte> output, RowRejection rejection)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(rejection);
        using (var writer = new Utf8JsonWriter(output, JsonStrings.CodeOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", Version);
            JsonStrings.Write(writer, "error", rejection.Reason);
            writer.WriteNumber("row", rejection.Number);
            writer.WriteNumber("line", rejection.Line);
            if (rejection.Column is { } column)
                writer.WriteNumber("column", column);
            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private void WriteReview(Utf8JsonWriter writer, Review review)
    {
        JsonStrings.Write(writer, "id", review.Id);
        if (review.CreatedAt is { } time)
            writer.WriteString("created_at", time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
        if (review.Rating is { } rating)
            writer.WriteNumber("rating", rating);
        WriteIfSet(writer, "product_id", review.ProductId);
        WriteIfSet(writer, "brand", review.Brand);
        WriteIfSet(writer, "category", review.Category);
        WriteIfSet(writer, "channel", review.Channel);
        WriteIfSet(writer, "order_id", review.OrderId);
        WriteIfSet(writer, "batch", review.Batch);
        WriteIfSet(writer, "user_id", review.UserId);
        if (IncludeText)
            JsonStrings.Write(writer, "text", review.Text);
    }

    private static void WriteOverall(Utf8JsonWriter writer, OverallPolarity overall)
    {
        writer.WriteStartObject("overall");
        writer.WriteString("polarity", overall.Polarity.ToCode());
        writer.WriteNumber("score", Rounding.Score(overall.Score));
        writer.WriteNumber("confidence", Rounding.Score(overall.Confidence));
        writer.WriteEndObject();
    }

    private static void WriteAspects(Utf8JsonWriter writer, ImmutableArray<AspectPolarity> aspects)
    {
        writer.WriteStartObject("aspects");
        foreach (var aspect in aspects)
            writer.WriteString(aspect.Aspect, aspect.Polarity.ToCode());
        writer.WriteEndObject();
    }

    private void WriteOpinions(Utf8JsonWriter writer, ImmutableArray<Opinion> opinions)
    {
        writer.WriteStartArray("opinions");
        foreach (var opinion in opinions)
        {
            writer.WriteStartObject();
            writer.WriteString("aspect", opinion.Aspect);
            writer.WriteString("attribute", opinion.Attribute);
            writer.WriteString("polarity", opinion.Polarity.ToCode());
            writer.WriteNumber("score", Rounding.Score(opinion.Score));
            writer.WriteNumber("confidence", Rounding.Score(opinion.Confidence));
            writer.WriteString("stage", opinion.Stage);
            WriteSpan(writer, "clause", opinion.Clause);
            WriteSpan(writer, "target", opinion.Target);
            WriteSpan(writer, "expression", opinion.Expression);
            if (IncludeEvidence)
                WriteEvidence(writer, opinion.Evidence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter writer, ImmutableArray<Evidence> evidence)
    {
        writer.WriteStartArray("evidence");
        foreach (var step in evidence)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", step.Kind.ToCode());
            JsonStrings.Write(writer, "rule", step.Rule);
            WriteSpan(writer, "span", step.Span);
            writer.WriteNumber("before", Rounding.Score(step.Before));
            writer.WriteNumber("after", Rounding.Score(step.After));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteStages(Utf8JsonWriter writer, ImmutableArray<StageScore> stages)
    {
        writer.WriteStartObject("stages");
        foreach (var stage in stages)
            writer.WriteNumber(stage.Stage, Rounding.Score(stage.Mean));
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, string name, TextSpan? span)
    {
        if (span is not { } s)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        writer.WriteNumberValue(s.Start);
        writer.WriteNumberValue(s.Length);
        writer.WriteEndArray();
    }

    private static void WriteIfSet(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            JsonStrings.Write(writer, name, value);
    }
}
