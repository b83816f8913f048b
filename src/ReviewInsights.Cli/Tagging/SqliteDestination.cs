using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>
/// A table of a SQLite database. A database that is not there yet is like any other file: it has its name when it is complete. One
/// that is there takes the rows in transactions.
/// </summary>
internal sealed class SqliteDestination(string path, string tableName, ResultTable table, NdjsonFormat record, PiiMasker? masker, string description)
    : Destination
{
    // Less than any checkpoint speaks of, since what it speaks of is gone.
    private const long Gone = -1;

    private readonly string _partial = PartialFile.PartialPathOf(path);

    public override string File => path;

    public override string Journal => Resumption.JournalOf(path);

    public override bool IsKeyed => true;

    public override long? LengthLeft => System.IO.File.Exists(path) || System.IO.File.Exists(_partial) ? null : Gone;

    public override string Description => $"sqlite {tableName}, {description}";

    /// <summary>A database half written by a run that is not resumed must not come into this one.</summary>
    public override void StartOver()
    {
        foreach (var side in (ReadOnlySpan<string>)["", "-journal", "-wal", "-shm"]) System.IO.File.Delete(_partial + side);
    }

    public override TagOutput Open(ReviewAnalyzer analyzer, Checkpoint from)
    {
        var isNew = !System.IO.File.Exists(path);
        var sink = new SqliteResultSink(isNew ? _partial : path, tableName, table, record, mustExist: from.Rows > 0);
        return new SinkOutput(analyzer, sink, masker, finish: () =>
        {
            sink.Dispose();
            if (isNew) System.IO.File.Move(_partial, path, overwrite: true);
        });
    }
}
