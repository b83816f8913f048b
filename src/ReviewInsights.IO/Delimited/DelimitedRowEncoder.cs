using System.Buffers;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Delimited;

/// <summary>Writes rows of the flat table with a delimiter between cells.</summary>
internal sealed class DelimitedRowEncoder(ResultTable table, char delimiter) : RowEncoder
{
    private readonly CellWriter _row = new(delimiter);

    public override WriteLosses Losses => _row.Losses;

    public override void WriteRow(IBufferWriter<byte> output, ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(analysis);
        foreach (var column in table.Columns)
        {
            var cell = column.Read(analysis);
            switch (column.Kind)
            {
                case ResultColumnKind.Text:
                    _row.Text(cell.Text);
                    break;
                case ResultColumnKind.Number:
                    _row.Number(cell.Number);
                    break;
                default:
                    _row.Raw(cell.Text);
                    break;
            }
        }

        _row.End(output);
    }
}
