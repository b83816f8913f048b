using System.Globalization;
using System.Xml;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>A cell that holds no value although it is not empty.</summary>
/// <param name="Row">Row of the sheet, 1-based.</param>
/// <param name="Column">Column, 0-based.</param>
/// <param name="Error">The error it shows, such as <c>#N/A</c>; null for a formula that has never been calculated.</param>
internal readonly record struct CellFlaw(long Row, int Column, string? Error);

/// <summary>
/// What <see cref="ExcelDataReader"/> does not tell of a row: which cells only look empty, and where its last cell is. Goes along row
/// by row, and notices what cannot be where or what it says it is.
/// </summary>
internal sealed class CellFlaws : IDisposable
{
    /// <summary>How many rows a sheet has.</summary>
    public const int MaxRows = XlsxResultSink.MaxRowsPerSheet;

    /// <summary>How many columns a sheet has; the last is XFD.</summary>
    public const int MaxColumns = 16_384;

    private readonly XmlReader _sheet;
    private readonly int _sharedTexts;
    private readonly List<CellFlaw> _found = [];
    private long _row;
    private bool _ended;

    /// <param name="sheet">The part that holds the sheet; disposed with this.</param>
    /// <param name="sharedTexts">How many texts the workbook holds that cells refer to.</param>
    /// <exception cref="InvalidDataException">The first row says that it is where none can be.</exception>
    public CellFlaws(Stream sheet, int sharedTexts)
    {
        _sharedTexts = sharedTexts;
        _sheet = XmlReader.Create(sheet, new XmlReaderSettings { CloseInput = true });
        _ended = !_sheet.ReadToFollowing("sheetData", SheetIndex.Main) || !_sheet.ReadToDescendant("row", SheetIndex.Main);
        StartRow();
    }

    /// <summary>How many cells there are up to the last that has something in it, of the row asked for last.</summary>
    public int Width { get; private set; }

    /// <summary>The flaws of a row; valid until the next call. Rows must be asked for in ascending order.</summary>
    /// <exception cref="InvalidDataException">A row or cell says that it is where none can be.</exception>
    public IReadOnlyList<CellFlaw> Of(long row)
    {
        _found.Clear();
        Width = 0;
        if (_ended || _row > row)
            return _found;
        ReadRow();
        // A second row of the same number would get into this one; so the next is looked at before this one is given away.
        _ended = !_sheet.ReadToNextSibling("row", SheetIndex.Main);
        StartRow();
        return _found;
    }

    /// <summary>Reads to the end, for the error only.</summary>
    /// <exception cref="InvalidDataException">A row or cell says that it is where none can be.</exception>
    public void CheckAll()
    {
        while (!_ended)
            _ = Of(MaxRows);
    }

    public void Dispose() => _sheet.Dispose();

    private void StartRow()
    {
        if (_ended)
            return;
        var number = _sheet.GetAttribute("r") ?? (_row + 1).ToString(CultureInfo.InvariantCulture);
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > MaxRows)
            throw new InvalidDataException($"there can be no row '{number}'");
        if (row <= _row)
            throw new InvalidDataException($"row {row} comes behind row {_row}");
        _row = row;
    }

    private void ReadRow()
    {
        if (_sheet.IsEmptyElement)
            return;
        var column = -1;
        var depth = _sheet.Depth;
        while (_sheet.Read() && _sheet.Depth > depth)
        {
            if (_sheet is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            column = ColumnOf(_sheet.GetAttribute("r")) ?? column + 1;
            if (column >= MaxColumns)
                throw new InvalidDataException($"row {_row} has more than {MaxColumns} cells");
            ReadCell(column);
        }
    }

    private void ReadCell(int column)
    {
        var type = _sheet.GetAttribute("t");
        if (_sheet.IsEmptyElement)
            return;
        Width = Math.Max(Width, column + 1);
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
            else if (hasValue && _sheet.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA))
                value ??= _sheet.Value;
        }

        if (type == "e")
            _found.Add(new CellFlaw(_row, column, value ?? "#ERROR"));
        // A calculated text may well be empty.
        else if (hasFormula && (type == "str" ? !hasValue : value is null))
            _found.Add(new CellFlaw(_row, column, Error: null));
        // The reader takes a reference to nothing for the text itself.
        else if (type == "s" && value is not null && !IsShared(value))
            throw new InvalidDataException($"row {_row} refers to shared text '{value}', but there are only {_sharedTexts} (counted from 0)");
    }

    private bool IsShared(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var at) && at < _sharedTexts;

    // Null for what is no reference: such a cell is the one behind the last.
    private static int? ColumnOf(string? reference)
    {
        var letters = reference.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (letters <= 0 || reference.AsSpan(letters).ContainsAnyExceptInRange('0', '9'))
            return null;
        var column = 0;
        for (var i = 0; i < letters && column <= MaxColumns; i++)
            column = (column * 26) + (reference![i] & 0x1F);
        return column <= MaxColumns && int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row <= MaxRows
            ? column - 1
            : throw new InvalidDataException($"there can be no cell '{reference}'; the last one is XFD{MaxRows}");
    }
}
