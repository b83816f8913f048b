namespace ReviewInsights.IO.Records;

/// <summary>Knows the texts that a spreadsheet runs as a formula: numbers that we write ourselves are none.</summary>
internal static class FormulaGuard
{
    public static bool IsFormula(string? text) => text is { Length: > 0 } && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
}
