using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>A workbook. It cannot be taken up in the middle, so that a run that was interrupted starts over.</summary>
internal sealed class WorkbookDestination(string path, ResultTable table, PiiMasker? masker) : Destination
{
    public override string File => path;

    public override string Description => "xlsx";

    public override void StartOver() => System.IO.File.Delete(PartialFile.PartialPathOf(path));

    public override TagOutput Open(ReviewAnalyzer analyzer, Checkpoint from)
    {
        var file = PartialFile.Create(path);
        return new SinkOutput(analyzer, new XlsxResultSink(file.Stream, table), masker, finish: file.Commit);
    }
}
