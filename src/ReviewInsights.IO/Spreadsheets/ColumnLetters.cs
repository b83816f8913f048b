namespace ReviewInsights.IO.Spreadsheets;

/// <summary>What spreadsheets call their columns: A … Z, AA …, digits without a zero.</summary>
internal static class ColumnLetters
{
    /// <param name="column">The column, 0-based.</param>
    public static string Of(int column) =>
        (column < 26 ? "" : Of((column / 26) - 1)) + (char)('A' + (column % 26));
}
