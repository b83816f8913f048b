using System.Globalization;
using System.Xml;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>A cell that holds no value although it is not empty.</summary>
/// <param name="Row">Row of the sheet, 1-based.</param>
/// <param name="Column">Column, 0-based.</param>
/// <param name="Error">The error it shows, such as <c>#N/A</c>; null for a formula that has never been calculated.</param>
internal readonly record struct CellFlaw(long Row, int Column, string? Error);

/// <summary>Finds the cells of a sheet that <see cref="ExcelDataReader"/> cannot tell from empty ones. Goes along row by row.</summary>
internal sealed class CellFlaws : IDisposable
{
    private readonly XmlReader _sheet;
    private readonly List<CellFlaw> _found = [];
    private CellFlaw? _next;
    private long _row;
    private int _column;

    /// <param name="sheet">The part that holds the sheet; disposed with this.</param>
    public CellFlaws(Stream sheet) => _sheet = XmlReader.Create(sheet, new XmlReaderSettings { CloseInput = true });

    /// <summary>The flaws of a row; valid until the next call. Rows must be asked for in ascending order.</summary>
    public IReadOnlyList<CellFlaw> Of(long row)
    {
        _found.Clear();
        while ((_next ??= ReadNext()) is { } flaw && flaw.Row <= row)
        {
            if (flaw.Row == row)
                _found.Add(flaw);
            _next = null;
        }

        return _found;
    }

    public void Dispose() => _sheet.Dispose();

    // At the end a flaw beyond all rows, so that nobody asks again.
    private CellFlaw ReadNext()
    {
        while (_sheet.Read())
        {
            if (_sheet.NodeType != XmlNodeType.Element)
                continue;
            if (_sheet.LocalName == "row")
            {
                _row = long.TryParse(_sheet.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : _row + 1;
                _column = -1;
            }
            else if (_sheet.LocalName == "c" && ReadCell() is { } flaw)
                return flaw;
        }

        return new CellFlaw(long.MaxValue, 0, null);
    }

    private CellFlaw? ReadCell()
    {
        _column = ColumnOf(_sheet.GetAttribute("r")) ?? _column + 1;
        var type = _sheet.GetAttribute("t");
        if (_sheet.IsEmptyElement)
            return null;
        bool hasFormula = false, hasValue = false;
        string? value = null;
        var depth = _sheet.Depth;
        while (_sheet.Read() && _sheet.Depth > depth)
        {
            if (_sheet.NodeType == XmlNodeType.Element)
            {
                hasFormula |= _sheet.LocalName == "f";
                hasValue |= _sheet.LocalName == "v";
            }
            else if (hasValue && _sheet.NodeType == XmlNodeType.Text)
                value ??= _sheet.Value;
        }

        if (type == "e")
            return new CellFlaw(_row, _column, value ?? "#ERROR");
        // A calculated text may well be empty.
        return hasFormula && (type == "str" ? !hasValue : value is null) ? new CellFlaw(_row, _column, Error: null) : null;
    }

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c))
                break;
            column = (column * 26) + (c & 0x1F);
        }

        return column > 0 ? column - 1 : null;
    }
}
