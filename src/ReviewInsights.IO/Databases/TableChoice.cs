namespace ReviewInsights.IO.Databases;

/// <summary>Which table is meant; what is wrong names those that are there.</summary>
internal static class TableChoice
{
    private const int MaxNamed = 20;

    /// <param name="source">Name of the database for messages.</param>
    /// <param name="asked">Name of the table as the user wrote it, or null for the only one.</param>
    /// <param name="tables">Names of the tables, in an order of their own.</param>
    /// <param name="views">Names of the views, which are read only when they are named.</param>
    /// <exception cref="InputFormatException">There is no such table, or none is named and there is not exactly one.</exception>
    public static string Choose(string source, string? asked, IReadOnlyList<string> tables, IReadOnlyList<string> views)
    {
        if (asked is null)
        {
            return tables.Count == 1
                ? tables[0]
                : throw new InputFormatException(source, $"name a table, or give a query. {Describe([.. tables, .. views])}");
        }

        IReadOnlyList<string> all = [.. tables, .. views];
        var matches = all.Contains(asked, StringComparer.Ordinal) ? [asked] : all.Where(t => t.Equals(asked, StringComparison.OrdinalIgnoreCase)).ToArray();
        return matches.Length == 1
            ? matches[0]
            : throw new InputFormatException(source, $"there is no table '{asked}'. {Describe(all)}");
    }

    private static string Describe(IReadOnlyList<string> tables) => tables.Count == 0
        ? "There are no tables."
        : $"Tables found: {string.Join(", ", tables.Take(MaxNamed))}{(tables.Count > MaxNamed ? $" and {tables.Count - MaxNamed} more" : "")}";
}
