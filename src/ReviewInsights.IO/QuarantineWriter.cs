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

    /// <param name="stream">Where to write; disposed with the writer.</param>
    /// <param name="hasHeader">Whether the header stands there already, with rows of an earlier run to go on behind.</param>
    public QuarantineWriter(Stream stream, bool hasHeader = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        if (hasHeader)
            return;
        foreach (var name in Columns)
            _row.Raw(name);
        EndRow();
    }

    private static string[] Columns => ["source", "row", "line", "column", "reason", "raw"];

    /// <summary>Whether a file is a quarantine, by its header.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsQuarantine(string path)
    {
        using var reader = new StreamReader(path);
        return reader.ReadLine() == string.Join(',', Columns);
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
