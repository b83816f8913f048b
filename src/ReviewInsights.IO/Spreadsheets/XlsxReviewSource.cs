using System.Collections.Immutable;
using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Decoding;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Spreadsheets;

/// <summary>
/// Reviews in a workbook: in one sheet, and in those behind it that go on under the same header, since exports that outgrow a
/// sheet roll over. Its first row that is not empty is the header.
/// </summary>
internal sealed class XlsxReviewSource(string name, InputStream stream, ReviewReaderOptions options) : ReviewSource(name, InputFormat.Xlsx, options)
{
    private readonly List<string> _skipped = [];
    private Workbook? _workbook;

    public override bool HasBufferedRow => true;

    public override double? Progress => _workbook?.Progress;

    public override ReadSummary Summary => base.Summary with { SkippedSheets = [.. _skipped] };

    public override void Dispose()
    {
        _workbook?.Dispose();
        stream.Dispose();
    }

    protected override IEnumerable<ReviewRow> ReadRows()
    {
        _workbook = new Workbook(Name, stream.ToSeekable());
        var asked = Options.Sheet is null ? null : Choose(_workbook, Options.Sheet);
        string[]? header = null;
        int[] columns = [];
        while (_workbook.TryNextSheet())
        {
            if ((asked is not null && _workbook.SheetName != asked) || ReadHeader(_workbook) is not { } own)
                continue;
            if (header is null)
            {
                header = own;
                columns = Map.Resolve(own, $"{Name}[{_workbook.SheetName}]", _workbook.RowNumber);
            }
            else if (!own.AsSpan().SequenceEqual(header))
            {
                _skipped.Add(_workbook.SheetName);
                continue;
            }

            while (_workbook.TryRead())
            {
                if (!IsBlank(_workbook))
                    yield return ToRow(_workbook, header.Length, columns);
            }
        }
    }

    private string Choose(Workbook workbook, string asked) =>
        workbook.SheetNames.FirstOrDefault(s => s == asked)
        ?? workbook.SheetNames.FirstOrDefault(s => s.Equals(asked, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputFormatException(Name, $"there is no sheet '{asked}'. Sheets found: {string.Join(", ", workbook.SheetNames)}");

    private static string[]? ReadHeader(Workbook sheet)
    {
        while (sheet.TryRead())
        {
            if (IsBlank(sheet))
                continue;
            var cells = Cells(sheet).Select(c => c.Trim()).ToArray();
            return cells[..(Array.FindLastIndex(cells, c => c.Length > 0) + 1)];
        }

        return null;
    }

    private static bool IsBlank(Workbook sheet) => sheet.Flaws.Count == 0 && Cells(sheet).All(string.IsNullOrWhiteSpace);

    private static IEnumerable<string> Cells(Workbook sheet) => Enumerable.Range(0, sheet.Width).Select(sheet.Text);

    private ReviewRow ToRow(Workbook sheet, int width, int[] columns)
    {
        for (var column = sheet.Width - 1; column >= width; column--)
        {
            if (sheet.Text(column).Length > 0 || sheet.Flaws.Any(f => f.Column == column))
                return Reject(sheet.RowNumber, column: null, $"the row has something in cell {Address(sheet, column)}, where the header has nothing", Raw(sheet));
        }

        for (var field = 0; field < columns.Length; field++)
        {
            var column = columns[field];
            if (column >= 0)
                Assembler.Set((ReviewField)field, column < sheet.Width ? sheet.Text(column) : "");
        }

        foreach (var flaw in sheet.Flaws)
        {
            var field = Array.IndexOf(columns, flaw.Column);
            if (field == (int)ReviewField.Text && flaw.Error is not null)
                return Reject(sheet.RowNumber, column: null, $"cell {Address(sheet, flaw.Column)} shows the error {flaw.Error} instead of a text", Raw(sheet));
            if (field >= 0)
                Assembler.CountUnreadable((ReviewField)field);
        }

        return Accept(sheet.RowNumber);
    }

    private static string Raw(Workbook sheet) => CellText.ToLine(Cells(sheet).Select((text, column) =>
        sheet.Flaws.FirstOrDefault(f => f.Column == column) is { Row: > 0, Error: { } error } ? error : text));

    // As the spreadsheet shows it: B7, AA7.
    private static string Address(Workbook sheet, int column) => $"{ColumnLetters.Of(column)}{sheet.RowNumber}";
}
