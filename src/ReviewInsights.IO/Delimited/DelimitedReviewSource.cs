using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Delimited;

/// <summary>Reviews in CSV or TSV with a header row.</summary>
internal sealed class DelimitedReviewSource(string name, InputStream stream, LineReader lines, InputFormat format, ReviewReaderOptions options)
    : LineReviewSource(name, stream, lines, format, options)
{
    // In TSV quotes are mostly text: exporters that quote cells and exporters that do not are both common.
    private readonly bool _isLenient = format == InputFormat.Tsv;
    private DelimitedRecordReader? _records;

    public override bool HasBufferedRow => _records?.HasBufferedLine ?? base.HasBufferedRow;

    protected override IEnumerable<ReviewRow> ReadRows()
    {
        if (!Lines.TryRead())
            yield break;
        var delimiter = Format == InputFormat.Tsv ? '\t' : Options.Delimiter ?? Delimiters.Guess(Lines.Current, Map);
        Lines.PushBack();
        using var records = _records = new DelimitedRecordReader(Lines, delimiter, _isLenient);
        if (!records.TryRead())
            yield break;
        if (records.Broken is { } broken)
            throw new InputFormatException(Name, records.LineNumber, records.BrokenColumn, $"the header row is broken: {broken}");
        var width = records.Count;
        string[] header = [.. Enumerable.Range(0, width).Select(i => records.Cell(i))];
        var columns = Map.Resolve(header, Name, records.LineNumber);
        while (records.TryRead())
            yield return ToRow(records, width, columns);
    }

    private ReviewRow ToRow(DelimitedRecordReader record, int width, int[] columns)
    {
        if (record.Broken is { } broken)
            return Reject(record.LineNumber, record.BrokenColumn, broken, record.Raw);
        if (record.Count != width)
        {
            var reason = $"the row has {record.Count} cells where the header has {width}";
            return Reject(record.LineNumber, column: null, reason, record.Raw);
        }

        for (var field = 0; field < columns.Length; field++)
        {
            if (columns[field] >= 0)
                Assembler.Set((ReviewField)field, record.Cell(columns[field]));
        }

        return Accept(record.LineNumber);
    }
}
