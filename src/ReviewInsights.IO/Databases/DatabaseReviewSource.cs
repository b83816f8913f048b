using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Databases;

/// <summary>Reviews in a table or in what a query gives. NULL is not given; a review whose text is NULL is one without words.</summary>
/// <param name="name">Name of the database for messages.</param>
/// <param name="open">Connects and starts to read.</param>
/// <param name="input">The file to close at the end, or null.</param>
/// <param name="format">Which kind of database it is.</param>
/// <param name="options">Columns of the fields, and the table or query.</param>
internal sealed class DatabaseReviewSource(string name, Func<ITableRows> open, IDisposable? input, InputFormat format, ReviewReaderOptions options)
    : ReviewSource(name, format, options)
{
    private ITableRows? _rows;

    public override bool HasBufferedRow => true;

    public override double? Progress => _rows?.Progress;

    public override void Dispose()
    {
        _rows?.Dispose();
        input?.Dispose();
    }

    protected override IEnumerable<ReviewRow> ReadRows()
    {
        _rows = open();
        var columns = Map.Resolve(_rows.Columns, Name, line: null);
        while (_rows.TryRead())
            yield return ToRow(_rows, columns);
    }

    private ReviewRow ToRow(ITableRows row, int[] columns)
    {
        for (var field = 0; field < columns.Length; field++)
        {
            if (columns[field] < 0)
                continue;
            var value = row.Value(columns[field]);
            if (value is not byte[])
                Assembler.Set((ReviewField)field, CellText.Of(value));
            else if (field == (int)ReviewField.Text)
                return Reject(line: null, column: null, $"{row.Columns[columns[field]]} holds bytes, not text", Raw(row));
            else
                Assembler.CountUnreadable((ReviewField)field);
        }

        return Accept(line: null);
    }

    private static string Raw(ITableRows row) => CellText.ToLine(Enumerable.Range(0, row.Columns.Count).Select(row.Value));
}
