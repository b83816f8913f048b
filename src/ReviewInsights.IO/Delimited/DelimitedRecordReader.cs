using System.Text;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Delimited;

/// <summary>
/// Records of a delimited input after RFC 4180: quotes count only at the start of a cell, so that a 5" screen stays text.
/// </summary>
/// <remarks>
/// Written here rather than taken from a package because of what happens after a broken quote: general parsers read on to the
/// next quote or to the end of the file, and good rows vanish into one cell. This one gives up the first line alone and starts
/// over at the second.
/// </remarks>
internal sealed class DelimitedRecordReader(LineReader lines, char delimiter, bool isLenient)
{
    // A quoted cell that is still open after so many lines was never meant to be one.
    private const int MaxLinesPerRecord = 2_000;

    private readonly List<string> _fields = [];
    private readonly List<(int Start, int Length)> _cells = [];
    private readonly StringBuilder _cell = new();
    private readonly List<Line> _taken = [];
    private readonly Queue<Line> _again = [];
    private Line _current;
    private bool _isPlain;

    /// <summary>Number of cells.</summary>
    public int Count => _isPlain ? _cells.Count : _fields.Count;

    /// <summary>Line on which the record starts, 1-based.</summary>
    public long LineNumber { get; private set; }

    /// <summary>What is wrong with the quotes of the record, or null.</summary>
    public string? Broken { get; private set; }

    /// <summary>Where it is wrong, as a 1-based position in the line.</summary>
    public int BrokenColumn { get; private set; }

    /// <summary>The record as it stands in the input, without its last line end.</summary>
    public string Raw => _isPlain ? lines.Current.ToString() : string.Concat(_taken.Select((line, i) => i < _taken.Count - 1 ? line.Text + line.End : line.Text));

    /// <summary>Whether the next line is there already.</summary>
    public bool HasBufferedLine => _again.Count > 0 || lines.HasBufferedLine;

    /// <summary>A cell of the record; lives until the next one is read.</summary>
    public ReadOnlySpan<char> Cell(int index) =>
        _isPlain ? lines.Current.Slice(_cells[index].Start, _cells[index].Length) : _fields[index];

    /// <summary>Moves to the next record that is not a blank line; false at the end of the input.</summary>
    public bool TryRead()
    {
        do
        {
            if (_again.Count > 0)
                return TryReadTaken();
            if (!lines.TryRead())
                return false;
        }
        while (lines.Current.IsEmpty);

        LineNumber = lines.LineNumber;
        Broken = null;
        _isPlain = TrySplitPlain(lines.Current);
        if (_isPlain)
            return true;
        lines.PushBack();
        return TryReadTaken();
    }

    /// <summary>
    /// Notes where the cells of a line are, without copying. Gives up at a quote that is doubled, left open or not followed by the
    /// delimiter: few lines have one.
    /// </summary>
    private bool TrySplitPlain(ReadOnlySpan<char> line)
    {
        _cells.Clear();
        for (var at = 0; ;)
        {
            var isQuoted = at < line.Length && line[at] == '"';
            at += isQuoted ? 1 : 0;
            var length = line[at..].IndexOf(isQuoted ? '"' : delimiter);
            if (length < 0 && isQuoted)
                return false;
            length = length < 0 ? line.Length - at : length;
            _cells.Add((at, length));
            at += isQuoted ? length + 1 : length;
            if (at == line.Length)
                return true;
            if (line[at] != delimiter)
                return false;
            at++;
        }
    }

    private bool TryReadTaken()
    {
        _isPlain = false;
        do
        {
            if (!TryTakeLine())
                return false;
        }
        while (_current.Text.Length == 0);

        _taken.Clear();
        _taken.Add(_current);
        _fields.Clear();
        LineNumber = _current.Number;
        Broken = null;
        if (!TrySplit(out var column, out var problem))
            GiveUpFirstLine(column, problem);
        return true;
    }

    private bool TrySplit(out int column, out string problem)
    {
        problem = "";
        for (var at = 0; ;)
        {
            column = at + 1;
            if (at < _current.Text.Length && _current.Text[at] == '"')
            {
                at++;
                if (!TryReadQuoted(ref at, ref column, out problem))
                    return false;
            }
            else
            {
                var length = _current.Text.AsSpan(at).IndexOf(delimiter);
                length = length < 0 ? _current.Text.Length - at : length;
                _fields.Add(_current.Text.Substring(at, length));
                at += length;
            }

            if (at == _current.Text.Length)
                return true;
            at++;
        }
    }

    // Leaves `at` on the delimiter or at the end of the line; takes further lines as long as the quote is open.
    private bool TryReadQuoted(ref int at, ref int column, out string problem)
    {
        _cell.Clear();
        while (true)
        {
            var text = _current.Text;
            var quote = text.IndexOf('"', at);
            if (quote < 0)
            {
                _cell.Append(text, at, text.Length - at).Append(_current.End);
                if (_taken.Count == MaxLinesPerRecord || !TryTakeLine())
                {
                    problem = "the quote that opens here is not closed";
                    return false;
                }

                _taken.Add(_current);
                at = 0;
                continue;
            }

            _cell.Append(text, at, quote - at);
            at = quote + 1;
            if (at < text.Length && text[at] == '"')
            {
                _cell.Append('"');
                at++;
            }
            else if (at == text.Length || text[at] == delimiter)
            {
                _fields.Add(_cell.ToString());
                problem = "";
                return true;
            }
            else
            {
                problem = "the quote that opens here is closed before the cell ends; a quote inside a cell is written twice";
                return false;
            }
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
        if (_again.TryDequeue(out _current))
            return true;
        if (!lines.TryRead())
            return false;
        _current = new Line(lines.Current.ToString(), lines.LineEnd, lines.LineNumber);
        return true;
    }

    private readonly record struct Line(string Text, string End, long Number);
}
