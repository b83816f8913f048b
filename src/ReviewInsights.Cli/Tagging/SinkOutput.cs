using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>Results handed one by one to a workbook or a table. Threads analyse; only writing is in turn.</summary>
/// <param name="analyzer">Analyses what is to be written.</param>
/// <param name="sink">Takes the results.</param>
/// <param name="masker">Masks the texts that are written, or null.</param>
/// <param name="finish">Called when the sink has taken everything: closes the output and gives it its name.</param>
internal sealed class SinkOutput(ReviewAnalyzer analyzer, IResultSink sink, PiiMasker? masker, Action finish) : TagOutput
{
    public override WriteLosses Losses => sink.Losses;

    public override void Tag(Chunk chunk, bool answersRejections)
    {
        foreach (var row in chunk.Rows)
        {
            if (row.Review is not { } review) continue;
            var analysis = analyzer.Analyze(review);
            chunk.Analyses.Add(masker is null ? analysis : analysis.Mask(masker));
        }
    }

    public override void Write(Chunk chunk)
    {
        foreach (var analysis in chunk.Analyses) sink.Write(analysis);
    }

    public override void Flush() => sink.Flush();

    public override long FlushToDisk()
    {
        sink.Flush();
        return 0;
    }

    public override void Commit()
    {
        sink.Complete();
        finish();
    }

    public override void Dispose() => sink.Dispose();
}
