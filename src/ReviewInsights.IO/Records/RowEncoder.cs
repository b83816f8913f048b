using System.Buffers;

namespace ReviewInsights.IO.Records;

/// <summary>
/// Writes results in one format and counts what could not be written as it was. Holds buffers: one per thread, not thread-safe.
/// The bytes are those of <see cref="ResultFormat.WriteRow"/>.
/// </summary>
internal abstract class RowEncoder
{
    /// <summary>What could not be written as it was, so far.</summary>
    public abstract WriteLosses Losses { get; }

    /// <summary>Writes one result with its line end.</summary>
    public abstract void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis);
}

/// <summary>A format that needs no buffers and loses nothing.</summary>
internal sealed class FormatRowEncoder(ResultFormat format) : RowEncoder
{
    public override WriteLosses Losses => default;

    public override void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis) => format.WriteRow(output, analysis);
}
