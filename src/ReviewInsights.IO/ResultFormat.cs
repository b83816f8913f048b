using System.Buffers;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO;

/// <summary>
/// How results are written down. Immutable and thread-safe: threads can format into buffers of their own, and the buffers put
/// together in order are the same bytes as one thread writes.
/// </summary>
public abstract class ResultFormat
{
    /// <summary>Writes what stands before the first result; nothing by default.</summary>
    public virtual void WriteHeader(IBufferWriter<byte> output)
    {
    }

    /// <summary>Writes one result with its line end.</summary>
    public abstract void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis);

    /// <summary>The fastest way from reviews to this format. One per thread.</summary>
    /// <param name="analyzer">Analyses the reviews.</param>
    /// <param name="masker">Masks the texts that are written, not those that are analysed; null leaves them.</param>
    internal virtual ReviewEncoder OpenEncoder(ReviewAnalyzer analyzer, PiiMasker? masker = null) => new AnalysisEncoder(OpenRowEncoder(), analyzer, masker);

    /// <summary>The fastest way from results to this format. One per thread.</summary>
    internal virtual RowEncoder OpenRowEncoder() => new FormatRowEncoder(this);
}
