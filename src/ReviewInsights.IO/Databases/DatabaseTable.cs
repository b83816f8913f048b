using System.Collections.Immutable;

namespace ReviewInsights.IO.Databases;

/// <summary>
/// The flat table as a table of a database: its columns under names that need no quotes, and the whole record as JSON in a last
/// column <c>record</c>, because the flat table has no room for spans. Immutable.
/// </summary>
internal sealed class DatabaseTable
{
    /// <summary>The column whose values tell rows apart.</summary>
    public const string Key = "id";

    /// <summary>The column that holds the record.</summary>
    public const string Record = "record";

    /// <exception cref="InvalidDataException">Two columns would have the same name.</exception>
    public DatabaseTable(ResultTable table)
    {
        Columns = table.Columns;
        Names = [.. table.Columns.Select(column => column.DatabaseName), Record];
        var twin = Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(names => names.Skip(1).Any());
        if (twin is not null)
            throw new InvalidDataException($"Two columns would be called {twin.Key} in a database; give their aspects or stages codes that differ in letters or digits.");
    }

    /// <summary>The columns without the record.</summary>
    public ImmutableArray<ResultColumn> Columns { get; }

    /// <summary>The names of all columns, the record last.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The names of all columns, quoted, in the order of <see cref="Names"/>.</summary>
    public string NameList => string.Join(", ", Names.Select(SqlName.Quote));

    /// <summary>What an insert does with a row whose id is there already: the newer row wins.</summary>
    public string OnConflict =>
        $"ON CONFLICT ({SqlName.Quote(Key)}) DO UPDATE SET {string.Join(", ", Names.Skip(1).Select(name => $"{SqlName.Quote(name)} = excluded.{SqlName.Quote(name)}"))}";

    /// <summary>The columns for <c>CREATE TABLE</c>.</summary>
    /// <param name="typeOf">Type of a column by its kind; null is the record.</param>
    public string Definitions(Func<ResultColumnKind?, string> typeOf) => string.Join(
        ", ",
        Names.Select((name, at) => $"{SqlName.Quote(name)} {typeOf(at < Columns.Length ? Columns[at].Kind : null)}"));

    /// <summary>Makes sure that an existing table has every column.</summary>
    /// <exception cref="IOException">It has not.</exception>
    public void CheckColumns(string place, IReadOnlySet<string> existing)
    {
        var missing = Names.Where(name => !existing.Contains(name)).ToList();
        if (missing.Count > 0)
            throw new IOException($"{place} is there already and lacks the columns {string.Join(", ", missing)}; name a table with these columns, or one that does not exist yet");
    }

    /// <summary>The error for an existing table in which ids may repeat.</summary>
    public static IOException NoKey(string place) =>
        new($"{place} is there already and its column {Key} is neither a primary key nor unique, so that rows could not be told apart; name a table with one, or one that does not exist yet");

    /// <summary>The error for a table that an earlier run has begun and that is not there any more.</summary>
    public static IOException Gone(string place) =>
        new($"{place} is not there any more, so the run that wrote it cannot be resumed; started anew, it makes the table");
}
