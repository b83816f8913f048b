using Npgsql;

namespace ReviewInsights.IO.Databases;

/// <summary>How a table is read whole, in an order that does not change from one reading to the next.</summary>
/// <param name="Select">The query.</param>
/// <param name="ExpectedRows">About how many rows there are, or null where the server has not counted.</param>
internal sealed record PostgresTable(string Select, double? ExpectedRows)
{
    private const string AllTables = """
        SELECT c.oid, n.nspname, c.relname, c.relkind IN ('v', 'm'), pg_table_is_visible(c.oid), c.reltuples::float8
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition AND has_table_privilege(c.oid, 'SELECT')
            AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'
        ORDER BY n.nspname, c.relname
        """;

    private const string KeyColumns = """
        SELECT a.attname
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = $1 AND i.indisprimary
        ORDER BY array_position(i.indkey::int2[], a.attnum)
        """;

    /// <summary>Looks a table up.</summary>
    /// <param name="connection">An open database.</param>
    /// <param name="source">Its name for messages.</param>
    /// <param name="asked">Name of the table, with or without its schema, or null for the only one.</param>
    /// <exception cref="InputFormatException">There is no such table, or none is named and there are several.</exception>
    public static PostgresTable Find(NpgsqlConnection connection, string source, string? asked)
    {
        // A table of the search path goes by its bare name, any other only by both.
        var all = Query(connection, AllTables, row => new Candidate(
            row.GetFieldValue<uint>(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.GetDouble(5)));
        var named = asked is null ? null : all.Find(t => t.FullName == asked);
        var name = named?.Name ?? TableChoice.Choose(source, asked, [.. all.Where(t => !t.IsView).Select(t => t.Name)], [.. all.Where(t => t.IsView).Select(t => t.Name)]);
        var table = all.Find(t => t.Name == name)!;
        var keys = Query(connection, KeyColumns, row => SqlName.Quote(row.GetString(0)), table.Oid);
        var order = keys.Count > 0 ? $" ORDER BY {string.Join(", ", keys)}" : "";
        return new($"SELECT * FROM {SqlName.Quote(table.Schema)}.{SqlName.Quote(table.Table)}{order}", table.Rows > 0 ? table.Rows : null);
    }

    private static List<T> Query<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> map, uint? parameter = null)
    {
        using var command = new NpgsqlCommand(sql, connection);
        if (parameter is { } value)
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid });
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private sealed record Candidate(uint Oid, string Schema, string Table, bool IsView, bool IsVisible, double Rows)
    {
        public string FullName => $"{Schema}.{Table}";

        public string Name => IsVisible ? Table : FullName;
    }
}
