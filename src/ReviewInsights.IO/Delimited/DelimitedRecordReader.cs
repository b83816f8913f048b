using System.Text;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Delimited;

/// <summary>
/// Records of a delimited input after RFC 4180: quotes count only at the start of a cell, so that a 5" screen stays text.
/// </summary>
/// <remarks>
/// CsvHelper parses the lines, all of them; here they are put together to records. It does not do that itself because of what it
/// does after a broken quote: it reads on to the next quote or to the end of the file, and good rows vanish into one cell. Here
/// such a record costs its first line alone, and reading starts over at the second.
/// </remarks>
internal sealed class DelimitedRecordReader(LineReader lines, char delimiter, bool isLenient) : IDisposable
{
    // A quoted cell that is still open after so many lines was never meant to be one.
    private const int MaxLinesPerRecord = 2_000;

    private readonly LineParser _parser = new(delimiter);
    private readonly List<string> _fields = [];
    private readonly StringBuilder _open = new();
    private readonly List<Line> _taken = [];
    private readonly Queue<Line> _again = [];
    private Line? _current;

    /// <summary>Number of cells.</summary>
    public int Count => IsOneLine ? _parser.Count : _fields.Count;

    /// <summary>Line on which the record starts, 1-based.</summary>
    public long LineNumber { get; private set; }

    /// <summary>What is wrong with the quotes of the record, or null.</summary>
    public string? Broken { get; private set; }

    /// <summary>Where it is wrong, as a 1-based position in the line.</summary>
    public int BrokenColumn { get; private set; }

    /// <summary>The record as it stands in the input, without its last line end.</summary>
    public string Raw => IsOneLine ? Current.ToString() : string.Concat(_taken.Select((line, i) => i < _taken.Count - 1 ? line.Text + line.End : line.Text));

    /// <summary>Whether the next line is there already.</summary>
    public bool HasBufferedLine => _again.Count > 0 || lines.HasBufferedLine;

    // Lines are copied only where there may be more than one.
    private bool IsOneLine => _taken.Count == 0;

    private ReadOnlySpan<char> Current => _current is { } line ? line.Text : lines.Current;

    /// <summary>A cell of the record.</summary>
    public string Cell(int index) => IsOneLine ? _parser.Cell(Current, index) : _fields[index];

    /// <summary>Moves to the next record that is not a blank line; false at the end of the input.</summary>
    public bool TryRead()
    {
        do
        {
            if (!TryTakeLine())
                return false;
        }
        while (Current.IsEmpty);

        _taken.Clear();
        _fields.Clear();
        LineNumber = _current?.Number ?? lines.LineNumber;
        Broken = null;
        _parser.Parse(Current, isRest: false);
        if (_parser.Quotes != QuoteState.Closed)
            ReadRest();
        return true;
    }

    /// <summary>Frees the buffers of the parser.</summary>
    public void Dispose() => _parser.Dispose();

    private void ReadRest()
    {
        _taken.Add(Copied());
        _open.Clear();
        var column = _parser.Column;
        while (_parser.Quotes == QuoteState.Open)
        {
            AddFields();
            _open.Append(_taken[^1].End);
            if (_taken.Count == MaxLinesPerRecord || !TryTakeLine())
            {
                GiveUpFirstLine(column, "the quote that opens here is not closed");
                return;
            }

            _taken.Add(Copied());
            _parser.Parse(Current, isRest: true);
            column = _parser.Column > 0 ? _parser.Column : column;
        }

        if (_parser.Quotes == QuoteState.Broken)
            GiveUpFirstLine(column, "the quote that opens here is closed before the cell ends; a quote inside a cell is written twice");
        else
            AddFields();
    }

    // The first cell of a line is the rest of the one that the line before has left open.
    private void AddFields()
    {
        for (var i = 0; i < _parser.Count; i++)
        {
            _open.Append(_parser.Cell(Current, i));
            if (i == _parser.Count - 1 && _parser.Quotes == QuoteState.Open)
                return;
            _fields.Add(_open.ToString());
            _open.Clear();
        }
    }

    private void GiveUpFirstLine(int column, string problem)
    {
        var waiting = _again.ToArray();
        _again.Clear();
        foreach (var line in _taken.Skip(1).Concat(waiting))
            _again.Enqueue(line);
        _taken.RemoveRange(1, _taken.Count - 1);
        _fields.Clear();
        if (isLenient)
        {
            _fields.AddRange(_taken[0].Text.Split(delimiter));
            return;
        }

        Broken = problem;
        BrokenColumn = column;
    }

    private bool TryTakeLine()
    {
        _current = _again.TryDequeue(out var line) ? line : null;
        return _current is not null || lines.TryRead();
    }

    private Line Copied() => _current ?? new Line(lines.Current.ToString(), lines.LineEnd, lines.LineNumber);

    private sealed record Line(string Text, string End, long Number);
}
