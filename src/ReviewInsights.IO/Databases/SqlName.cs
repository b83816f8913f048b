namespace ReviewInsights.IO.Databases;

/// <summary>Names of tables and columns as SQL wants them.</summary>
internal static class SqlName
{
    /// <summary>A name in quotes, whatever it holds.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
