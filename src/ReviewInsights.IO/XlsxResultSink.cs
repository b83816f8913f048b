using ReviewInsights.IO.Spreadsheets;

namespace ReviewInsights.IO;

/// <summary>
/// Writes the flat table as a workbook (XLSX), row by row, in memory that does not grow with the rows. A sheet that is full is
/// followed by another (<c>tagged</c>, <c>tagged 2</c>, …), each with the header. Not thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// Texts are cells of text and never formulas; those that look like one carry the mark that an apostrophe typed in front leaves, so
/// that editing the cell does not make them one. Saving the sheet as CSV drops the mark: take <see cref="CsvFormat"/> for CSV.
/// Every character survives; texts over 32,767 UTF-16 code units, more than a cell holds, are cut and counted.
/// </para>
/// <para>
/// The same rows give the same bytes on the same version of the runtime. There is no workbook before <see cref="Complete"/>:
/// <see cref="Flush"/> does nothing, and what is disposed without it is no file that a spreadsheet opens.
/// </para>
/// </remarks>
public sealed class XlsxResultSink : IResultSink
{
    /// <summary>How many rows a sheet holds in every program that reads it, the header among them.</summary>
    public const int MaxRowsPerSheet = 1_048_576;

    private const string SheetName = "tagged";

    private readonly Stream _stream;
    private readonly ResultTable _table;
    private readonly int _rowsPerSheet;
    private readonly WorkbookPackage _package;
    private Stream _part;
    private SheetWriter _sheet;
    private long _shortenedBefore;
    private bool _isComplete;

    /// <param name="stream">Where to write, from its current position; need not be seekable. Disposed with the sink.</param>
    /// <param name="table">The columns.</param>
    /// <param name="rowsPerSheet">Rows of a sheet before the next begins, the header among them.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rowsPerSheet"/> leaves no room for rows, or is more than a sheet holds.</exception>
    public XlsxResultSink(Stream stream, ResultTable table, int rowsPerSheet = MaxRowsPerSheet)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerSheet, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowsPerSheet, MaxRowsPerSheet);
        _stream = stream;
        _table = table;
        _rowsPerSheet = rowsPerSheet;
        _package = new WorkbookPackage(stream);
        (_part, _sheet) = OpenSheet();
    }

    /// <inheritdoc/>
    public WriteLosses Losses => default(WriteLosses) with { ShortenedTexts = _shortenedBefore + _sheet.ShortenedTexts };

    /// <inheritdoc/>
    public void Write(ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        if (_isComplete)
            throw new InvalidOperationException("the workbook is complete");
        if (_sheet.Rows == _rowsPerSheet)
        {
            CloseSheet();
            _shortenedBefore += _sheet.ShortenedTexts;
            (_part, _sheet) = OpenSheet();
        }

        _sheet.StartRow();
        for (var i = 0; i < _table.Columns.Length; i++)
        {
            var cell = _table.Columns[i].Read(analysis);
            if (cell.Number is { } number)
                _sheet.WriteNumber(i, number);
            else if (!string.IsNullOrEmpty(cell.Text))
                _sheet.WriteText(i, cell.Text);
        }

        _sheet.EndRow();
    }

    /// <summary>Does nothing: the workbook is written when it is complete.</summary>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (_isComplete)
            return;
        _isComplete = true;
        CloseSheet();
        _package.Complete(SheetName);
        _stream.Flush();
    }

    /// <summary>
    /// Disposes the stream. Where the workbook is not complete, its archive is left without an end on purpose: with one it would
    /// open as a workbook that misses rows.
    /// </summary>
    public void Dispose() => _stream.Dispose();

    private (Stream Part, SheetWriter Sheet) OpenSheet()
    {
        var part = _package.OpenSheet();
        return (part, new SheetWriter(part, _table.Columns.Select(column => column.Name)));
    }

    private void CloseSheet()
    {
        _sheet.Complete();
        _sheet.Dispose();
        _part.Dispose();
    }
}
