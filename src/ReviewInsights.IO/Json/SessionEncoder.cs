// HOT: no LINQ, no allocation beyond what a review of unusual content needs.
using System.Buffers;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Json;

/// <summary>
/// Writes records straight from a session's buffers: no result objects and no JSON writer, whose tokens cost more than their bytes.
/// What it writes is what <see cref="NdjsonFormat"/> without evidence writes; a test compares the two.
/// </summary>
internal sealed class SessionEncoder(ReviewAnalyzer analyzer, bool includeText, PiiMasker? masker = null) : ReviewEncoder
{
    private readonly RecordFragments _fragments = new(analyzer.Lexicon.Info);
    private readonly AnalysisSession _session = analyzer.OpenSession();

    public override void WriteRow(IBufferWriter<byte> output, Review review)
    {
        var opinions = _session.Analyze(review.Text);
        var json = new Utf8Cursor(output);
        WriteReview(ref json, review);
        json.Write(",\"overall\":{\"polarity\":"u8);
        json.Write(RecordFragments.Of(_session.Overall.Polarity));
        json.Write(",\"score\":"u8);
        json.WriteScore(_session.Overall.Score);
        json.Write(",\"confidence\":"u8);
        json.WriteScore(_session.Overall.Confidence);
        WriteAspects(ref json);
        WriteOpinions(ref json, opinions, review.Stage);
        WriteStages(ref json, review.Stage);
        json.Write(",\"suggestion\":"u8);
        WriteSpan(ref json, _session.Suggestion ?? default);
        json.Write(_fragments.End);
        json.Finish();
    }

    private void WriteReview(ref Utf8Cursor json, Review review)
    {
        json.Write("{\"v\":1,\"id\":"u8);
        json.WriteString(review.Id);
        if (review.CreatedAt is { } time)
        {
            json.Write(",\"created_at\":\""u8);
            json.WriteTime(time);
            json.Write("\""u8);
        }

        if (review.Rating is { } rating)
        {
            json.Write(",\"rating\":"u8);
            json.WriteNumber(rating);
        }

        WriteIfSet(ref json, ",\"product_id\":"u8, review.ProductId);
        WriteIfSet(ref json, ",\"brand\":"u8, review.Brand);
        WriteIfSet(ref json, ",\"category\":"u8, review.Category);
        WriteIfSet(ref json, ",\"channel\":"u8, review.Channel);
        WriteIfSet(ref json, ",\"order_id\":"u8, review.OrderId);
        WriteIfSet(ref json, ",\"batch\":"u8, review.Batch);
        WriteIfSet(ref json, ",\"user_id\":"u8, review.UserId);
        WriteIfSet(ref json, ",\"text\":"u8, !includeText ? null : masker is null ? review.Text : masker.Mask(review.Text));
    }

    private void WriteAspects(ref Utf8Cursor json)
    {
        json.Write("},\"aspects\":{"u8);
        var isFirst = true;
        for (var aspect = 0; aspect < _fragments.Aspects.Length; aspect++)
        {
            if (_session.PolarityOf(aspect) is not { } polarity)
                continue;
            json.WriteComma(ref isFirst);
            json.Write(_fragments.Aspects[aspect]);
            json.Write(":"u8);
            json.Write(RecordFragments.Of(polarity));
        }
    }

    private void WriteOpinions(ref Utf8Cursor json, ReadOnlySpan<OpinionMark> opinions, string? knownStage)
    {
        json.Write("},\"opinions\":["u8);
        var isFirst = true;
        foreach (ref readonly var opinion in opinions)
        {
            json.WriteComma(ref isFirst);
            json.Write("{\"aspect\":"u8);
            json.Write(_fragments.Aspects[opinion.AspectId]);
            json.Write(",\"attribute\":"u8);
            json.Write(opinion.AttributeId == opinion.AspectId ? "null"u8 : _fragments.Attributes[opinion.AttributeId]);
            json.Write(",\"polarity\":"u8);
            json.Write(RecordFragments.Of(opinion.Polarity));
            json.Write(",\"score\":"u8);
            json.WriteScore(opinion.Score);
            json.Write(",\"confidence\":"u8);
            json.WriteScore(opinion.Confidence);
            json.Write(",\"stage\":"u8);
            json.Write(opinion.StageId == OpinionMark.NoStage ? RecordFragments.StageOf(knownStage) : _fragments.Stages[opinion.StageId]);
            json.Write(",\"clause\":"u8);
            json.WritePair(opinion.Clause);
            json.Write(",\"target\":"u8);
            WriteSpan(ref json, opinion.Target);
            json.Write(",\"expression\":"u8);
            json.WritePair(opinion.Expression);
            json.Write("}"u8);
        }
    }

    private void WriteStages(ref Utf8Cursor json, string? knownStage)
    {
        json.Write("],\"stages\":{"u8);
        var isFirst = true;
        for (var stage = 0; stage < _fragments.Stages.Length; stage++)
        {
            if (_session.StageScoreOf(stage, knownStage) is not { } score)
                continue;
            json.WriteComma(ref isFirst);
            json.Write(_fragments.Stages[stage]);
            json.Write(":"u8);
            json.WriteScore(score.Mean);
        }

        json.Write("}"u8);
    }

    // The session marks a span that is not there by its length.
    private static void WriteSpan(ref Utf8Cursor json, TextSpan span)
    {
        if (span.Length == 0)
            json.Write("null"u8);
        else
            json.WritePair(span);
    }

    private static void WriteIfSet(ref Utf8Cursor json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        json.Write(name);
        json.WriteString(value);
    }
}
