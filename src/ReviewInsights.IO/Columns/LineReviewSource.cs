using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Columns;

/// <summary>What the sources that read lines share: the decoding that goes before, and how far they are.</summary>
internal abstract class LineReviewSource(string name, InputStream stream, LineReader lines, InputFormat format, ReviewReaderOptions options)
    : ReviewSource(name, format, options)
{
    public override bool HasBufferedRow => Lines.HasBufferedLine;

    public override double? Progress => stream.Progress;

    public override ReadSummary Summary => base.Summary with
    {
        Encoding = Lines.EncodingName,
        ReplacedSequences = Lines.ReplacedSequences,
        FirstReplacedLine = Lines.FirstReplacedLine,
    };

    protected LineReader Lines { get; } = lines;

    public override void Dispose() => stream.Dispose();
}
