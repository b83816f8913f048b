using System.Buffers;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using ReviewInsights.IO.Databases;

namespace ReviewInsights.IO;

/// <summary>
/// Writes results into a table of a PostgreSQL database: the columns of the flat table, with an underscore for the dot
/// (<c>aspect_value</c>), times as <c>timestamptz</c> (their offset stands in the record), and the whole record as <c>jsonb</c> in
/// the column <c>record</c>. Not thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// The table is created where it is missing. The column <c>id</c> is the key: a row whose id is there already replaces that row, so
/// that writing the same results again changes nothing.
/// </para>
/// <para>
/// Rows travel in batches, each by COPY into a temporary table and from there in one transaction. They are stored for good by
/// <see cref="Flush"/>, by <see cref="Complete"/> and whenever a batch is full; a batch that is interrupted leaves nothing behind.
/// </para>
/// </remarks>
public sealed class PostgresResultSink : IResultSink
{
    private const string Batch = "pg_temp.review_insights_batch";
    private const string Ordinal = "batch_ordinal";

    private readonly string _place;
    private readonly string _target;
    private readonly DatabaseTable _table;
    private readonly NdjsonFormat _record;
    private readonly int _batchRows;
    private readonly NpgsqlConnection _connection;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly StorableText _storable = new();
    private NpgsqlTransaction? _transaction;
    private NpgsqlBinaryImporter? _copy;
    private int _rows;

    /// <param name="uri">The database: <c>postgres://user@host:5432/database</c>; errors name it without its password.</param>
    /// <param name="tableName">Name of the table, or <c>schema.table</c>.</param>
    /// <param name="table">The columns.</param>
    /// <param name="record">What the JSON of the column <c>record</c> holds.</param>
    /// <param name="batchRows">How many rows are stored together.</param>
    /// <param name="mustExist">Whether the table must be there already, because an earlier run has begun it.</param>
    /// <exception cref="IOException">The database cannot be reached or written, or the table is there with other columns.</exception>
    /// <exception cref="InputFormatException">A part of <paramref name="uri"/> cannot be read.</exception>
    /// <exception cref="InvalidDataException">Two columns would have the same name, because their codes differ in nothing else than punctuation or case.</exception>
    /// <exception cref="ArgumentException"><paramref name="uri"/> does not begin with <c>postgres://</c>.</exception>
    public PostgresResultSink(string uri, string tableName, ResultTable table, NdjsonFormat record, int batchRows = 20_000, bool mustExist = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(uri);
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchRows, 1);
        var address = PostgresAddress.Parse(uri);
        _place = $"{address.Name}: table {tableName}";
        _target = string.Join('.', tableName.Split('.').Select(SqlName.Quote));
        _table = new DatabaseTable(table);
        _record = record;
        _batchRows = batchRows;
        _connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            Open(mustExist);
        }
        catch (NpgsqlException e)
        {
            _connection.Dispose();
            throw Failure(e);
        }
        catch (IOException)
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public WriteLosses Losses => _storable.Losses;

    /// <inheritdoc/>
    public void Write(ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        try
        {
            _copy ??= BeginBatch();
            WriteRow(_copy, analysis);
        }
        catch (NpgsqlException e)
        {
            throw Failure(e);
        }

        if (_rows == _batchRows)
            Flush();
    }

    /// <inheritdoc/>
    public void Flush()
    {
        if (_copy is null)
            return;
        try
        {
            EndBatch(_copy);
        }
        catch (NpgsqlException e)
        {
            throw Failure(e);
        }
    }

    /// <inheritdoc/>
    public void Complete() => Flush();

    /// <summary>Closes the connection; a batch under way is given up with it.</summary>
    public void Dispose() => _connection.Dispose();

    private void Open(bool mustExist)
    {
        _connection.Open();
        var isMissing = Ask("SELECT to_regclass($1) IS NULL");
        if (isMissing && mustExist)
            throw DatabaseTable.Gone(_place);
        if (isMissing)
            Execute($"CREATE TABLE IF NOT EXISTS {_target} ({_table.Definitions(TypeOf)}, PRIMARY KEY ({SqlName.Quote(DatabaseTable.Key)}))");
        _table.CheckColumns(_place, ExistingColumns());
        if (!Ask($"""
            SELECT EXISTS (
                SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = to_regclass($1) AND i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL
                    AND a.attname = '{DatabaseTable.Key}')
            """))
            throw DatabaseTable.NoKey(_place);
        Execute($"CREATE TEMPORARY TABLE {Batch} ({Ordinal} integer, {_table.Definitions(TypeOf)}) ON COMMIT DELETE ROWS");
    }

    private NpgsqlBinaryImporter BeginBatch()
    {
        _rows = 0;
        _transaction = _connection.BeginTransaction();
        return _connection.BeginBinaryImport($"COPY {Batch} ({Ordinal}, {_table.NameList}) FROM STDIN (FORMAT BINARY)");
    }

    private void WriteRow(NpgsqlBinaryImporter copy, ReviewAnalysis analysis)
    {
        copy.StartRow();
        copy.Write(_rows++, NpgsqlDbType.Integer);
        foreach (var column in _table.Columns)
        {
            var cell = column.Read(analysis);
            if (cell.Number is { } number)
                copy.Write(number, NpgsqlDbType.Double);
            else if (cell.Time is { } time)
                copy.Write(time.ToUniversalTime(), NpgsqlDbType.TimestampTz);
            else if (cell.Text is { } text)
                copy.Write(_storable.Of(text), NpgsqlDbType.Text);
            else
                copy.WriteNull();
        }

        _json.ResetWrittenCount();
        _record.WriteRow(_json, analysis);
        copy.Write(_storable.OfJson(Encoding.UTF8.GetString(_json.WrittenSpan[..^1])), NpgsqlDbType.Jsonb);
    }

    // One statement must not meet an id twice, so the last row of each wins here. Taking rows in the order of their ids, too, keeps
    // two writers from waiting for each other.
    private void EndBatch(NpgsqlBinaryImporter copy)
    {
        copy.Complete();
        copy.Dispose();
        var key = SqlName.Quote(DatabaseTable.Key);
        Execute($"INSERT INTO {_target} ({_table.NameList}) SELECT DISTINCT ON ({key}) {_table.NameList} FROM {Batch} ORDER BY {key}, {Ordinal} DESC {_table.OnConflict}");
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
        _copy = null;
    }

    private HashSet<string> ExistingColumns()
    {
        using var query = new NpgsqlCommand("SELECT attname FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped", _connection);
        query.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _target });
        using var reader = query.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private bool Ask(string sql)
    {
        using var query = new NpgsqlCommand(sql, _connection);
        query.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _target });
        return query.ExecuteScalar() is true;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    private IOException Failure(NpgsqlException e) => new($"{_place} cannot be written: {e.Message}", e);

    private static string TypeOf(ResultColumnKind? kind) => kind switch
    {
        ResultColumnKind.Text => "text",
        ResultColumnKind.Number => "double precision",
        ResultColumnKind.Time => "timestamptz",
        _ => "jsonb",
    };
}
