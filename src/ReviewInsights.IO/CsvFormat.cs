using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using ReviewInsights.IO.Delimited;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO;

/// <summary>Tagged reviews as the flat table of <see cref="ResultTable"/>, separated by commas or, as TSV, by tabs.</summary>
/// <remarks>
/// UTF-8, <c>\n</c> line ends; cells that hold a delimiter, a quote or a line end are quoted as RFC 4180 says, in TSV too. Texts
/// that a spreadsheet would take for a formula (they start with = + - @, tab or carriage return) get an apostrophe in front. For
/// further processing without loss take <see cref="NdjsonFormat"/>.
/// </remarks>
public sealed class CsvFormat : ResultFormat
{
    /// <summary>Aspects that get a column, in order; usually those of the lexicon.</summary>
    public required ImmutableArray<string> Aspects { get; init; }

    /// <summary>Stages that get a column, in order.</summary>
    public required ImmutableArray<string> Stages { get; init; }

    /// <summary>Whether a last column carries the text.</summary>
    /// <value>Default: false.</value>
    public bool IncludeText { get; init; }

    /// <summary>Whether the table starts with a byte order mark, by which spreadsheets know it for UTF-8.</summary>
    /// <value>Default: false.</value>
    public bool WithByteOrderMark { get; init; }

    /// <summary>What stands between cells: an ASCII character other than a quote or a line end, <c>\t</c> for TSV.</summary>
    /// <value>Default: a comma.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is another character.</exception>
    public char Delimiter
    {
        get;
        init => field = char.IsAscii(value) && value is not ('"' or '\r' or '\n')
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A delimiter is an ASCII character other than a quote or a line end.");
    } = ',';

    /// <inheritdoc/>
    public override void WriteHeader(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (WithByteOrderMark)
            output.Write(Encoding.UTF8.Preamble);
        var row = new CellWriter(Delimiter);
        foreach (var column in new ResultTable(Aspects, Stages, IncludeText).Columns)
            row.Raw(column.Name);
        row.End(output);
    }

    /// <inheritdoc/>
    /// <remarks>Sets up a writer each time; <see cref="ResultWriter"/> keeps one.</remarks>
    public override void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis) => OpenRowEncoder().WriteRow(output, analysis);

    /// <inheritdoc/>
    internal override RowEncoder OpenRowEncoder() => new DelimitedRowEncoder(new ResultTable(Aspects, Stages, IncludeText), Delimiter);
}
