using Npgsql;

namespace ReviewInsights.IO.Databases;

/// <summary>
/// Rows of a PostgreSQL database through a cursor, a block at a time, so that memory is bounded; all of one moment and without any
/// right to write, since the transaction is repeatable and read-only. Values come as the text that the server makes of them.
/// </summary>
internal sealed class PostgresRows : ITableRows
{
    private const int RowsPerBlock = 5_000;

    private const string Cursor = "review_insights";

    private readonly string _name;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenRegistration _atCancellation;
    private readonly NpgsqlConnection _connection;
    private readonly double? _expected;
    private NpgsqlCommand? _fetch;
    private NpgsqlDataReader? _block;
    private int _inBlock;
    private long _rows;
    private bool[] _isBytes = [];

    /// <exception cref="InputFormatException">There is no such table, or the query is not understood.</exception>
    /// <exception cref="IOException">The server cannot be reached or refuses.</exception>
    /// <exception cref="OperationCanceledException">The options ended it.</exception>
    public PostgresRows(PostgresAddress address, ReviewReaderOptions options)
    {
        _name = address.Name;
        _cancellation = options.QueryCancellation;
        _connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            Guard("cannot connect", _connection.Open);
            var sql = options.Query?.Trim().TrimEnd(';');
            Guard("cannot read", () =>
            {
                Execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
                // Forms that are read alike whatever the server's settings; and scans that start at the start.
                Execute("SET LOCAL datestyle = 'ISO'");
                Execute("SET LOCAL bytea_output = 'hex'");
                Execute("SET LOCAL synchronize_seqscans = off");
            });
            if (sql is null)
            {
                var table = Guard("cannot read", () => PostgresTable.Find(_connection, _name, options.Table));
                (sql, _expected) = (table.Select, table.ExpectedRows);
            }

            Guard("cannot read", () => Execute($"DECLARE {Cursor} NO SCROLL CURSOR FOR {sql}"));
            _fetch = new NpgsqlCommand($"FETCH FORWARD {RowsPerBlock} FROM {Cursor}", _connection) { AllResultTypesAreUnknown = true };
            _atCancellation = _cancellation.Register(_fetch.Cancel);
            Guard("cannot read", OpenBlock);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Columns { get; private set; } = [];

    // The server's own estimate; it may be somewhat off either way.
    public double? Progress => _expected > 0 ? Math.Min(1, _rows / _expected.Value) : null;

    public bool TryRead() => Guard("cannot read on", () =>
    {
        while (!_block!.Read())
        {
            if (_inBlock < RowsPerBlock)
                return false;
            OpenBlock();
        }

        _inBlock++;
        _rows++;
        return true;
    });

    public object? Value(int column)
    {
        if (_block!.IsDBNull(column))
            return null;
        var text = _block.GetString(column);
        return _isBytes[column] ? Convert.FromHexString(text.AsSpan(2)) : text;
    }

    public void Dispose()
    {
        _atCancellation.Dispose();
        _block?.Dispose();
        _fetch?.Dispose();
        _connection.Dispose();
    }

    private void OpenBlock()
    {
        _block?.Dispose();
        _cancellation.ThrowIfCancellationRequested();
        _block = _fetch!.ExecuteReader();
        _inBlock = 0;
        if (Columns.Count > 0)
            return;
        Columns = [.. Enumerable.Range(0, _block.FieldCount).Select(_block.GetName)];
        _isBytes = [.. Enumerable.Range(0, _block.FieldCount).Select(i => _block.GetDataTypeName(i) == "bytea")];
    }

    // A batch takes each command as one statement: what follows a semicolon is an error, not one more command.
    private void Execute(string sql)
    {
        using var batch = new NpgsqlBatch(_connection) { BatchCommands = { new NpgsqlBatchCommand(sql) } };
        batch.ExecuteNonQuery();
    }

    private void Guard(string problem, Action action) => Guard(problem, () =>
    {
        action();
        return true;
    });

    private T Guard<T>(string problem, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException($"{_name}: the query was ended", e, _cancellation);
        }
        catch (PostgresException e) when (IsAboutTheQuery(e.SqlState))
        {
            throw new InputFormatException(_name, $"the query is not understood: {e.MessageText}{(e.Position > 0 ? $" (near character {e.Position})" : "")}");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            throw new InputFormatException(_name, $"the query does something else than reading: {e.MessageText}");
        }
        catch (PostgresException e)
        {
            throw new IOException($"{_name}: {problem}: {e.MessageText}", e);
        }
        catch (NotSupportedException e)
        {
            throw new InputFormatException(_name, $"the query is not one statement: {e.Message}");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or InvalidOperationException or ArgumentException)
        {
            throw new IOException($"{_name}: {problem}: {e.Message}", e);
        }
    }

    // Class 42, syntax error or access rule violation, without the missing right, which no other query would have either.
    private static bool IsAboutTheQuery(string state) => state == PostgresErrorCodes.FeatureNotSupported
        || (state.StartsWith("42", StringComparison.Ordinal) && state != PostgresErrorCodes.InsufficientPrivilege);
}
