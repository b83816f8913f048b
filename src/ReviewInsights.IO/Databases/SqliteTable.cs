using Microsoft.Data.Sqlite;

namespace ReviewInsights.IO.Databases;

/// <summary>How a table is read whole, in an order that does not change from one reading to the next.</summary>
/// <param name="Select">The query; where there are <paramref name="Keys"/>, the row's key comes last.</param>
/// <param name="Keys">The least and the greatest key, or null where the rows have none or there are no rows.</param>
internal sealed record SqliteTable(string Select, (long First, long Last)? Keys)
{
    // Three names of the same key; a column may take one of them for itself.
    private static readonly string[] KeyNames = ["rowid", "_rowid_", "oid"];

    /// <summary>Looks a table up.</summary>
    /// <param name="connection">An open database.</param>
    /// <param name="source">Its name for messages.</param>
    /// <param name="asked">Name of the table, or null for the only one.</param>
    /// <exception cref="InputFormatException">There is no such table, or none is named and there are several.</exception>
    public static SqliteTable Find(SqliteConnection connection, string source, string? asked)
    {
        var all = Query(connection, "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
            row => (Name: row.GetString(0), IsView: row.GetString(1) == "view", HasRowId: row.GetInt64(2) == 0 && row.GetString(1) != "view"));
        var name = TableChoice.Choose(source, asked, [.. all.Where(t => !t.IsView).Select(t => t.Name)], [.. all.Where(t => t.IsView).Select(t => t.Name)]);
        var table = all.Single(t => t.Name == name);
        var columns = Query(connection, $"SELECT name, pk FROM pragma_table_info({Literal(name)}) ORDER BY pk", row => (Name: row.GetString(0), Key: row.GetInt64(1)));
        var rowId = table.HasRowId ? KeyNames.FirstOrDefault(k => !columns.Any(c => c.Name.Equals(k, StringComparison.OrdinalIgnoreCase))) : null;
        if (rowId is not null && Range(connection, name, rowId) is { } keys)
            return new($"SELECT *, {rowId} FROM {SqlName.Quote(name)} ORDER BY {rowId}", keys);
        var order = string.Join(", ", columns.Where(c => c.Key > 0).Select(c => SqlName.Quote(c.Name)));
        return new($"SELECT * FROM {SqlName.Quote(name)}{(order.Length > 0 ? $" ORDER BY {order}" : "")}", null);
    }

    // One look-up each; asked for together, every row would be read.
    private static (long First, long Last)? Range(SqliteConnection connection, string table, string rowId) =>
        Query(connection, $"SELECT (SELECT min({rowId}) FROM {SqlName.Quote(table)}), (SELECT max({rowId}) FROM {SqlName.Quote(table)})", row => row.IsDBNull(0) ? ((long, long)?)null : (row.GetInt64(0), row.GetInt64(1)))[0];

    private static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> map)
    {
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
