using System.Buffers;
using System.Globalization;
using System.Text;

namespace ReviewInsights.IO.Delimited;

/// <summary>Puts together one CSV row. Quotes where RFC 4180 asks for it.</summary>
internal sealed class CellWriter
{
    private readonly StringBuilder _row = new();
    private bool _hasCells;

    /// <summary>
    /// Adds a text from outside. A text that a spreadsheet would run as a formula gets an apostrophe in front: reviews are
    /// written by strangers, and tables of them are opened with a double click.
    /// </summary>
    public CellWriter Text(string? value) => Raw(IsFormula(value) ? "'" + value : value);

    /// <summary>Adds a number, or an empty cell for null.</summary>
    public CellWriter Number(double? value) => Raw(value?.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Adds a text that we wrote ourselves.</summary>
    public CellWriter Raw(string? value)
    {
        if (_hasCells)
            _row.Append(',');
        _hasCells = true;
        if (value is null)
            return this;
        if (value.AsSpan().IndexOfAny(",\"\r\n") < 0)
            _row.Append(value);
        else
            _row.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    /// <summary>Ends the row and moves it to <paramref name="output"/> as UTF-8.</summary>
    public void End(IBufferWriter<byte> output)
    {
        _row.Append('\n');
        Encoding.UTF8.GetBytes(_row.ToString(), output);
        _row.Clear();
        _hasCells = false;
    }

    private static bool IsFormula(string? value) => value is { Length: > 0 } && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r';
}
