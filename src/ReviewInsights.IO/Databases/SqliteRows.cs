using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReviewInsights.IO.Databases;

/// <summary>Rows of an SQLite file, which is only ever read.</summary>
internal sealed class SqliteRows : ITableRows
{
    // Some tens of microseconds of work.
    private const int InstructionsPerLook = 10_000;

    private readonly string _name;
    private readonly CancellationToken _cancellation;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;
    private readonly SqliteDataReader _reader;
    private readonly (long First, long Last)? _keys;

    /// <exception cref="InputFormatException">There is no such table, or the query is not understood.</exception>
    /// <exception cref="IOException">The file cannot be read now.</exception>
    /// <exception cref="InvalidDataException">The file is damaged or no database.</exception>
    /// <exception cref="OperationCanceledException">The options ended it.</exception>
    public SqliteRows(string name, string path, ReviewReaderOptions options)
    {
        _name = name;
        _cancellation = options.QueryCancellation;
        var source = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 };
        _connection = new SqliteConnection(source.ConnectionString);
        try
        {
            _connection.Open();
            if (_cancellation.CanBeCanceled)
                raw.sqlite3_progress_handler(_connection.Handle, InstructionsPerLook, _ => _cancellation.IsCancellationRequested ? 1 : 0, null);
            var sql = options.Query;
            if (sql is null)
            {
                var table = SqliteTable.Find(_connection, name, options.Table);
                (sql, _keys) = (table.Select, table.Keys);
            }

            AllowReadingOnly(_connection);
            _command = new SqliteCommand(sql, _connection) { CommandTimeout = 5 };
            _reader = _command.ExecuteReader();
            // The key that the progress is told from comes last and is no column of the table.
            Columns = [.. Enumerable.Range(0, _reader.FieldCount - (_keys is null ? 0 : 1)).Select(_reader.GetName)];
        }
        catch (SqliteException e)
        {
            // The reason is asked of the open database.
            var translated = Translate(e);
            Dispose();
            throw translated;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Columns { get; }

    public double? Progress { get; private set; }

    public bool TryRead()
    {
        try
        {
            if (!_reader.Read())
                return _reader.NextResult() ? throw new InputFormatException(_name, "the query is more than one statement") : false;
            if (_keys is var (first, last))
                Progress = Math.Clamp((_reader.GetInt64(Columns.Count) - (double)first + 1) / (last - (double)first + 1), 0, 1);
            return true;
        }
        catch (SqliteException e)
        {
            throw Translate(e);
        }
    }

    public object? Value(int column) => _reader.GetValue(column);

    public void Dispose()
    {
        _reader?.Dispose();
        _command?.Dispose();
        _connection.Dispose();
    }

    // The file is open for reading, but VACUUM INTO and ATTACH could still make another.
    private static void AllowReadingOnly(SqliteConnection connection) =>
        raw.sqlite3_set_authorizer(connection.Handle, (delegate_authorizer)Authorize, user_data: null);

    private static int Authorize(object data, int action, utf8z first, utf8z second, utf8z database, utf8z view) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_READ or raw.SQLITE_FUNCTION or raw.SQLITE_RECURSIVE => raw.SQLITE_OK,
        // A table for full-text search asks on its own whether somebody has written to the file meanwhile.
        raw.SQLITE_PRAGMA when first.utf8_to_string() == "data_version" && second.utf8_to_string() is null => raw.SQLITE_OK,
        _ => raw.SQLITE_DENY,
    };

    private Exception Translate(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => new InvalidDataException($"{_name}: not an SQLite database, or an encrypted one"),
        raw.SQLITE_CORRUPT => new InvalidDataException($"{_name}: the database is damaged ({Reason(e)})"),
        raw.SQLITE_INTERRUPT => new OperationCanceledException($"{_name}: the query was ended", e, _cancellation),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new IOException($"{_name}: another program keeps the database locked; try again when it is done", e),
        raw.SQLITE_AUTH or raw.SQLITE_READONLY => new InputFormatException(_name, "the query does something else than reading; only SELECT is allowed"),
        raw.SQLITE_ERROR => new InputFormatException(_name, $"the query is not understood: {Reason(e)}"),
        _ => new IOException($"{_name}: {Reason(e)}", e),
    };

    private string Reason(SqliteException e) => _connection.State == System.Data.ConnectionState.Open
        ? raw.sqlite3_errmsg(_connection.Handle).utf8_to_string()
        : e.SqliteErrorCode.ToString(CultureInfo.InvariantCulture);
}
