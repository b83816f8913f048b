using System.Buffers;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>Some rows on their way from the input to the output. Reused, because its buffers are large.</summary>
internal sealed class Chunk
{
    public const int Capacity = 256;

    public List<ReviewRow> Rows { get; } = new(Capacity);

    /// <summary>What the rows became, for outputs that are written as bytes.</summary>
    public ArrayBufferWriter<byte> Bytes { get; } = new(64 * 1024);

    /// <summary>What the rows became, for outputs that take results.</summary>
    public List<ReviewAnalysis> Analyses { get; } = [];

    /// <summary>Where the input stands behind the last row.</summary>
    public InputPosition End { get; set; }

    public void Clear()
    {
        Rows.Clear();
        Bytes.ResetWrittenCount();
        Analyses.Clear();
    }
}
