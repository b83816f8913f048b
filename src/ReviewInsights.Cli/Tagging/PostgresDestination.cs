using ReviewInsights.IO;
using ReviewInsights.IO.Databases;

namespace ReviewInsights.Cli.Tagging;

/// <summary>A table of a PostgreSQL database, which takes the rows in transactions.</summary>
internal sealed class PostgresDestination(
    string uri, string tableName, ResultTable table, NdjsonFormat record, PiiMasker? masker, string description, string? journal)
    : Destination
{
    public override string? Journal => journal;

    public override bool IsKeyed => true;

    public override string Description => $"{PostgresAddress.Parse(uri).Name} {tableName}, {description}";

    public override TagOutput Open(ReviewAnalyzer analyzer, Checkpoint from)
    {
        var sink = new PostgresResultSink(uri, tableName, table, record, mustExist: from.Rows > 0);
        return new SinkOutput(analyzer, sink, masker, finish: sink.Dispose);
    }
}
