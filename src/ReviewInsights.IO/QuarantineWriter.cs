using System.Buffers;
using System.Globalization;
using ReviewInsights.IO.Delimited;

namespace ReviewInsights.IO;

/// <summary>
/// Writes rejected rows as CSV with the columns <c>source,row,line,column,reason,raw</c>, so that they can be repaired and read
/// again. Texts that a spreadsheet would take for a formula get an apostrophe in front. Not thread-safe.
/// </summary>
public sealed class QuarantineWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly CellWriter _row = new();

    /// <param name="stream">Where to write; disposed with the writer. Where something stands in it already, rows are added to it.</param>
    public QuarantineWriter(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        if (stream.CanSeek && stream.Position > 0)
            return;
        _row.Raw("source").Raw("row").Raw("line").Raw("column").Raw("reason").Raw("raw");
        EndRow();
    }

    /// <summary>What could not be written as it was, so far.</summary>
    public WriteLosses Losses => _row.Losses;

    /// <summary>Writes one rejected row.</summary>
    public void Write(RowRejection rejection)
    {
        ArgumentNullException.ThrowIfNull(rejection);
        _row.Text(rejection.Source)
            .Raw(rejection.Number.ToString(CultureInfo.InvariantCulture))
            .Raw(rejection.Line.ToString(CultureInfo.InvariantCulture))
            .Raw(rejection.Column?.ToString(CultureInfo.InvariantCulture))
            .Text(rejection.Reason)
            .Text(rejection.Raw);
        EndRow();
    }

    /// <summary>Hands everything to the outside.</summary>
    public void Dispose() => _stream.Dispose();

    private void EndRow()
    {
        _row.End(_buffer);
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
