using System.Buffers;

namespace ReviewInsights.IO.Records;

/// <summary>
/// Analyses reviews and writes the results in one format. Holds buffers: one per thread, not thread-safe. The bytes are those of
/// <see cref="ResultFormat.WriteRow"/>.
/// </summary>
internal abstract class ReviewEncoder
{
    /// <summary>Analyses a review and writes its record with its line end.</summary>
    public abstract void WriteRow(IBufferWriter<byte> output, Review review);
}

/// <summary>The general way: by the objects of the result.</summary>
internal sealed class AnalysisEncoder(ResultFormat format, ReviewAnalyzer analyzer) : ReviewEncoder
{
    public override void WriteRow(IBufferWriter<byte> output, Review review) => format.WriteRow(output, analyzer.Analyze(review));
}
