using System.Globalization;
using System.Numerics;

namespace ReviewInsights.IO.Records;

/// <summary>Values of cells and columns as the text that a CSV would hold: the same on every machine, numbers without exponent.</summary>
internal static class CellText
{
    /// <summary>The text of a value; empty for none.</summary>
    public static string Of(object? value) => value switch
    {
        null or DBNull => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        double number => Of(number),
        DateTime time => Of(time),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Values of a row as one line of CSV, for whoever repairs it.</summary>
    public static string ToLine(IEnumerable<object?> values) => string.Join(',', values.Select(value => Quote(Of(value))));

    private static string Of(double number)
    {
        if (double.IsInteger(number))
            return new BigInteger(number).ToString(CultureInfo.InvariantCulture);
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return shortest.Contains('E') && Math.Abs(number) < 1 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : shortest;
    }

    private static string Of(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture);

    // Not by CellWriter, which writes UTF-8: half a surrogate pair would be replaced, and this is the row as it stands in the input.
    private static string Quote(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
