using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>A workbook, read forward: sheet by sheet, row by row. Whatever is wrong with the file comes out as one exception.</summary>
/// <remarks>
/// The rows stream; the texts that cells share are in memory, as the format keeps them apart from the rows. More than 1 GB of them is
/// refused, and more than 64 MB that pack to less than a hundredth, which no texts of customers do.
/// </remarks>
internal sealed class Workbook : IDisposable
{
    private readonly string _name;
    private readonly ZipArchive _package;
    private readonly SheetIndex _index;
    private readonly IExcelDataReader _reader;
    private int _sharedTexts;
    private FileStream? _copy;
    private CellFlaws? _flaws;
    private int _sheet = -1;

    /// <param name="name">Name of the file for messages.</param>
    /// <param name="stream">The file; must seek. Closed with the workbook.</param>
    /// <exception cref="InvalidDataException">It is damaged or no workbook.</exception>
    public Workbook(string name, Stream stream)
    {
        _name = name;
        try
        {
            (_package, _index, _reader) = Guard(() => Open(stream));
        }
        catch
        {
            _copy?.Dispose();
            throw;
        }
    }

    /// <summary>Names of all sheets, in order.</summary>
    public IEnumerable<string> SheetNames => _index.Sheets.Select(s => s.Name);

    /// <summary>Name of the sheet.</summary>
    public string SheetName => _index.Sheets[_sheet].Name;

    /// <summary>Row of the sheet, 1-based.</summary>
    public long RowNumber { get; private set; }

    /// <summary>Number of cells up to the last of the row that has something in it.</summary>
    public int Width => Math.Min(_reader.FieldCount, _flaws!.Width);

    /// <summary>Share of the rows of all sheets, taken as equally long, that has been read.</summary>
    public double Progress => _sheet < 0 || SheetCount == 0
        ? 0
        : Math.Min(1, (_sheet + (_reader.RowCount > 0 ? (double)RowNumber / _reader.RowCount : 1)) / SheetCount);

    /// <summary>Cells of the row that hold no value although they are not empty.</summary>
    public IReadOnlyList<CellFlaw> Flaws { get; private set; } = [];

    private int SheetCount => _index.Sheets.Count;

    /// <summary>Moves to the next sheet; false behind the last.</summary>
    public bool TryNextSheet() => Guard(() =>
    {
        _flaws?.Dispose();
        _flaws = null;
        RowNumber = 0;
        // The reader stands on the first sheet from the start.
        if (_sheet + 1 >= SheetCount || (_sheet >= 0 && !_reader.NextResult()))
            return false;
        _sheet++;
        var part = _index.Sheets[_sheet].Part;
        // The reader would make room for as many cells, and rows of them, as the references ask for.
        if (_reader.RowCount > CellFlaws.MaxRows || _reader.FieldCount > CellFlaws.MaxColumns)
        {
            using var check = new CellFlaws(part.Open(), _sharedTexts);
            check.CheckAll();
        }

        _flaws = new CellFlaws(part.Open(), _sharedTexts);
        return true;
    });

    /// <summary>Moves to the next row; false behind the last of the sheet.</summary>
    public bool TryRead() => Guard(() =>
    {
        if (!_reader.Read())
            return false;
        RowNumber++;
        Flaws = _flaws!.Of(RowNumber);
        return true;
    });

    /// <summary>What a cell holds, as text.</summary>
    public string Text(int column)
    {
        var value = _reader.GetValue(column);
        return CellText.Of(value is double days && IsEastAsianDate(column) ? ToDate(days) : value);
    }

    public void Dispose()
    {
        _flaws?.Dispose();
        _reader?.Dispose();
        _package?.Dispose();
        _copy?.Dispose();
    }

    private (ZipArchive, SheetIndex, IExcelDataReader) Open(Stream stream)
    {
        var package = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var index = SheetIndex.Read(package);
        _sharedTexts = SharedTexts.Count(package);
        // Its constructor asks for a code page that .NET does not have unless the whole process is set up for it; only .xls needs it.
        var settings = (ExcelReaderConfiguration)RuntimeHelpers.GetUninitializedObject(typeof(ExcelReaderConfiguration));
        var parts = index.Sheets.Select(s => s.Part).ToArray();
        _copy = parts.All(ColumnWidths.AreComplete) ? null : ColumnWidths.Drop(package, parts);
        return (package, index, ExcelReaderFactory.CreateOpenXmlReader(_copy ?? stream, settings));
    }

    // Formats that the standard reserves for the dates of East Asia (2026年3月1日 and the like); the reader knows them as numbers.
    private bool IsEastAsianDate(int column) => _reader.GetNumberFormatIndex(column) is (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private object ToDate(double days)
    {
        var since1900 = days + (_index.CountsFrom1904 ? 1462 : 0);
        return since1900 is > 60 and < 2_958_466 ? DateTime.FromOADate(since1900) : days;
    }

    // The reader meets damage with whatever exception its code runs into.
    private T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or XmlException or ExcelReaderException or FormatException
            or ArgumentException or OverflowException or NullReferenceException or IndexOutOfRangeException or InvalidOperationException or NotSupportedException)
        {
            var place = _sheet < 0 ? "" : $" in sheet '{SheetName}'";
            throw new InvalidDataException($"{_name}: the workbook is damaged or no .xlsx{place}: {e.Message}", e);
        }
    }
}
