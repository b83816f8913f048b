using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using CsvHelper;
using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Delimited;

/// <summary>Puts together one row after the other, all of the same number of cells. Quotes where RFC 4180 asks for it.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "both hold memory only")]
internal sealed class CellWriter
{
    private const int BufferSize = 4096;

    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _row;

    /// <param name="delimiter">What stands between cells.</param>
    public CellWriter(char delimiter = ',') => _row = CsvWriter.Create(
        _bytes, new CsvWriterOptions { Separator = delimiter, NewLine = "\n", BufferSize = BufferSize }, leaveOpen: true);

    /// <summary>Texts that were not written as they were.</summary>
    public WriteLosses Losses { get; private set; }

    /// <summary>
    /// Adds a text from outside. A text that a spreadsheet would run as a formula gets an apostrophe in front: reviews are
    /// written by strangers, and tables of them are opened with a double click.
    /// </summary>
    public CellWriter Text(string? value)
    {
        if (value is not null && Surrogates.HasLone(value))
            Losses = Losses with { ReplacedSurrogates = Losses.ReplacedSurrogates + 1 };
        if (!FormulaGuard.IsFormula(value))
            return Raw(value);
        Losses = Losses with { GuardedFormulas = Losses.GuardedFormulas + 1 };
        return Raw("'" + value);
    }

    /// <summary>Adds a number, or an empty cell for null.</summary>
    public CellWriter Number(double? value)
    {
        _row.WriteField(value, default);
        return this;
    }

    /// <summary>Adds a text that we wrote ourselves.</summary>
    public CellWriter Raw(string? value)
    {
        _row.WriteField(value);
        return this;
    }

    /// <summary>Ends the row and moves it to <paramref name="output"/> as UTF-8.</summary>
    public void End(IBufferWriter<byte> output)
    {
        _row.EndRecord();
        _row.Flush();
        output.Write(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length));
        _bytes.SetLength(0);
    }
}
