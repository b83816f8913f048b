using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using ReviewInsights.IO.Databases;

namespace ReviewInsights.IO;

/// <summary>
/// Writes results into a table of an SQLite file: the columns of the flat table, with an underscore for the dot
/// (<c>aspect_value</c>), and the whole record as JSON in the column <c>record</c>. Not thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// File and table are created where they are missing. The column <c>id</c> is the key: a row whose id is there already replaces
/// that row, so that writing the same results again changes nothing.
/// </para>
/// <para>
/// Rows are stored for good by <see cref="Flush"/> and <see cref="Complete"/>; what came since is not there after an interruption of
/// any kind, and what was there before still is.
/// </para>
/// </remarks>
public sealed class SqliteResultSink : IResultSink
{
    private readonly string _place;
    private readonly DatabaseTable _table;
    private readonly NdjsonFormat _record;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly StorableText _storable = new();
    private SqliteTransaction? _transaction;

    /// <param name="path">The file; other tables in it are left alone.</param>
    /// <param name="tableName">Name of the table, any text.</param>
    /// <param name="table">The columns.</param>
    /// <param name="record">What the JSON of the column <c>record</c> holds.</param>
    /// <param name="mustExist">Whether the table must be there already, because an earlier run has begun it.</param>
    /// <exception cref="IOException">The file cannot be written or is no SQLite file, or the table is there with other columns.</exception>
    /// <exception cref="InvalidDataException">Two columns would have the same name, because their codes differ in nothing else than punctuation or case.</exception>
    public SqliteResultSink(string path, string tableName, ResultTable table, NdjsonFormat record, bool mustExist = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(record);
        _place = $"{path}: table {tableName}";
        _table = new DatabaseTable(table);
        _record = record;

        // Without a pool the file is closed when the sink is disposed.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), Pooling = false }.ConnectionString);
        try
        {
            _insert = Open(tableName, mustExist);
        }
        catch (SqliteException e)
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
        for (var i = 0; i < _table.Columns.Length; i++)
        {
            var cell = _table.Columns[i].Read(analysis);
            _insert.Parameters[i].Value = cell.Number is { } number ? number : cell.Text is { } text ? _storable.Of(text) : DBNull.Value;
        }

        _json.ResetWrittenCount();
        _record.WriteRow(_json, analysis);
        _insert.Parameters[^1].Value = Encoding.UTF8.GetString(_json.WrittenSpan[..^1]);
        try
        {
            _transaction ??= _connection.BeginTransaction();
            _insert.Transaction = _transaction;
            _insert.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            throw Failure(e);
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        try
        {
            _transaction?.Commit();
        }
        catch (SqliteException e)
        {
            throw Failure(e);
        }

        _transaction?.Dispose();
        _transaction = null;
    }

    /// <inheritdoc/>
    public void Complete() => Flush();

    /// <summary>Closes the file without the rows that came since the last <see cref="Flush"/>.</summary>
    public void Dispose()
    {
        _transaction?.Dispose();
        _insert.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Open(string tableName, bool mustExist)
    {
        _connection.Open();

        // What a commit has stored must survive a loss of power: the default of SQLite, said in case a build has another.
        Execute("PRAGMA synchronous = FULL");
        if (mustExist && ExistingColumns(tableName).Count == 0)
            throw DatabaseTable.Gone(_place);
        Execute($"CREATE TABLE IF NOT EXISTS {SqlName.Quote(tableName)} ({_table.Definitions(TypeOf)}, PRIMARY KEY ({SqlName.Quote(DatabaseTable.Key)}))");
        _table.CheckColumns(_place, ExistingColumns(tableName));
        if (!HasKey(tableName))
            throw DatabaseTable.NoKey(_place);

        var insert = _connection.CreateCommand();
        var parameters = _table.Names.Select((_, at) => "$p" + at).ToList();
        insert.CommandText = $"INSERT INTO {SqlName.Quote(tableName)} ({_table.NameList}) VALUES ({string.Join(", ", parameters)}) {_table.OnConflict}";
        foreach (var parameter in parameters)
            insert.Parameters.Add(new SqliteParameter(parameter, DBNull.Value));
        insert.Prepare();
        return insert;
    }

    private HashSet<string> ExistingColumns(string tableName)
    {
        using var query = _connection.CreateCommand();
        query.CommandText = "SELECT name FROM pragma_table_info($table)";
        query.Parameters.AddWithValue("$table", tableName);
        using var reader = query.ExecuteReader();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private bool HasKey(string tableName)
    {
        using var query = _connection.CreateCommand();
        query.CommandText = """
            SELECT EXISTS (
                SELECT 1 FROM pragma_index_list($table) AS i
                WHERE i."unique" = 1 AND i.partial = 0
                    AND (SELECT group_concat(lower(c.name)) FROM pragma_index_info(i.name) AS c) = $key)
            """;
        query.Parameters.AddWithValue("$table", tableName);
        query.Parameters.AddWithValue("$key", DatabaseTable.Key);
        return query.ExecuteScalar() is 1L;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private IOException Failure(SqliteException e) => new($"{_place} cannot be written: {e.Message}", e);

    private static string TypeOf(ResultColumnKind? kind) => kind is ResultColumnKind.Number ? "REAL" : "TEXT";
}
