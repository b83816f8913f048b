using ReviewInsights.IO;
using ReviewInsights.IO.Databases;

namespace ReviewInsights.Cli.Tagging;

/// <summary>A workbook. It cannot be taken up in the middle, so that a run that was interrupted starts over.</summary>
internal sealed class Workbook(string path, ResultTable table, PiiMasker? masker) : Destination
{
    public override string File => path;

    public override string Description => "xlsx";

    public override TagOutput Open(ReviewAnalyzer analyzer, long keep)
    {
        var file = PartialFile.Create(path);
        return new SinkOutput(analyzer, new XlsxResultSink(file.Stream, table), masker, name: () => PartialFile.CommitLeftover(path));
    }
}

/// <summary>
/// A table of a SQLite database. A database that is not there yet is like any other file: it has its name when it is complete. One
/// that is there takes the rows in transactions.
/// </summary>
internal sealed class SqliteTable(string path, string tableName, ResultTable table, NdjsonFormat record, PiiMasker? masker, string description) : Destination
{
    // Nothing that a checkpoint speaks of, not even of zero bytes.
    private const long Gone = -1;

    public override string File => path;

    public override string Journal => Resumption.JournalOf(path);

    public override bool IsKeyed => true;

    public override long? LengthLeft => System.IO.File.Exists(path) || System.IO.File.Exists(PartialFile.PartialPathOf(path)) ? null : Gone;

    public override string Description => $"sqlite {tableName}, {description}";

    public override TagOutput Open(ReviewAnalyzer analyzer, long keep)
    {
        var partial = PartialFile.PartialPathOf(path);
        var isNew = !System.IO.File.Exists(path);
        return new SinkOutput(
            analyzer,
            new SqliteResultSink(isNew ? partial : path, tableName, table, record),
            masker,
            name: () => PartialFile.CommitLeftover(path));
    }

    /// <summary>A database half written by a run that is not resumed must not come into this one.</summary>
    public override void StartOver()
    {
        foreach (var side in (ReadOnlySpan<string>)["", "-journal", "-wal", "-shm"]) System.IO.File.Delete(PartialFile.PartialPathOf(path) + side);
    }
}

/// <summary>A table of a PostgreSQL database, which takes the rows in transactions.</summary>
internal sealed class PostgresTable(string uri, string tableName, ResultTable table, NdjsonFormat record, PiiMasker? masker, string description, string? journal) : Destination
{
    public override string? Journal => journal;

    public override bool IsKeyed => true;

    public override string Description => $"{PostgresAddress.Parse(uri).Name} {tableName}, {description}";

    public override TagOutput Open(ReviewAnalyzer analyzer, long keep) =>
        new SinkOutput(analyzer, new PostgresResultSink(uri, tableName, table, record), masker, name: () => { });
}
