using System.Buffers;

namespace ReviewInsights.IO.Records;

/// <summary>
/// Analyses reviews and writes the results in one format. Holds buffers: one per thread, not thread-safe. The bytes are those of
/// <see cref="ResultFormat.WriteRow"/>.
/// </summary>
internal abstract class ReviewEncoder
{
    /// <summary>What this encoder could not write as it was, so far; those of all threads are merged.</summary>
    public virtual WriteLosses Losses => default;

    /// <summary>Analyses a review and writes its record with its line end.</summary>
    public abstract void WriteRow(IBufferWriter<byte> output, Review review);
}

/// <summary>The general way: by the objects of the result.</summary>
internal sealed class AnalysisEncoder(RowEncoder rows, ReviewAnalyzer analyzer, PiiMasker? masker) : ReviewEncoder
{
    public override WriteLosses Losses => rows.Losses;

    public override void WriteRow(IBufferWriter<byte> output, Review review)
    {
        var analysis = analyzer.Analyze(review);
        rows.WriteRow(output, masker is null ? analysis : analysis.Mask(masker));
    }
}
