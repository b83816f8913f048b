using System.Numerics;
using System.Runtime.InteropServices;
using CsvHelper;

namespace ReviewInsights.IO.Delimited;

/// <summary>How the quotes of a line stand at its end.</summary>
internal enum QuoteState
{
    /// <summary>Every quoted cell is closed.</summary>
    Closed,

    /// <summary>The last cell goes on in the next line.</summary>
    Open,

    /// <summary>Behind the closing quote of a cell stands something else than the delimiter.</summary>
    Broken,
}

/// <summary>Where the cells of a line are, as CsvHelper finds them.</summary>
/// <remarks>
/// CsvHelper ends the record with the line even where a quote is open, so it carries nothing from one line to the next: a line
/// can be parsed again, or as the rest of a cell that an earlier line has opened. It reads UTF-8; to encode every line and decode
/// every cell doubled the time that reading takes. So it is shown one ASCII byte for each character, and its positions are those
/// in the line.
/// </remarks>
internal sealed class LineParser : IDisposable
{
    // Stands for every character that means nothing to the parser.
    private const byte Letter = 0x7F;

    private readonly char _delimiter;
    private readonly byte _separator;
    private readonly LineFeed _feed = new();
    private readonly CsvReader _reader;
    private readonly List<int> _ends = [];
    private bool _isSuspect;

    // Characters that the parser was shown in front of the line.
    private int _lead;

    public LineParser(char delimiter)
    {
        _delimiter = delimiter;
        _separator = delimiter is '\t' or (>= ' ' and <= '~' and not '"') ? (byte)delimiter : (byte)',';
        var options = new CsvReaderOptions
        {
            Separator = (char)_separator,
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = _ => _isSuspect = true,
        };
        _reader = CsvReader.Create(_feed, options);
    }

    /// <summary>Number of cells.</summary>
    public int Count => _ends.Count;

    /// <summary>How the quotes stand.</summary>
    public QuoteState Quotes { get; private set; }

    /// <summary>Where in the line the cell starts that is open or broken, 1-based; 0 is the cell that an earlier line opened.</summary>
    public int Column { get; private set; }

    /// <summary>Parses a line that is not empty, or one that goes on with a quoted cell.</summary>
    public void Parse(ReadOnlySpan<char> line, bool isRest)
    {
        _lead = isRest ? 1 : 0;
        var toSkip = _feed.Fillings;
        var shown = _feed.SetLine(_lead + line.Length);
        shown[.._lead].Fill((byte)'"');
        Show(line, shown[_lead..]);

        for (; toSkip > 0; toSkip--)
            _reader.Read();
        _isSuspect = false;
        _reader.Read();
        FindEnds();
        (Quotes, Column) = (QuoteState.Closed, 0);
        if (_isSuspect)
            FindOpenOrBroken();
    }

    /// <summary>A cell of the line that was parsed last, without its quotes.</summary>
    public string Cell(ReadOnlySpan<char> line, int index)
    {
        var start = Start(index) - _lead;
        var end = _ends[index] - _lead;
        if (start >= 0 && (start == end || line[start] != '"'))
            return line[start..end].ToString();
        var isOpen = Quotes == QuoteState.Open && index == Count - 1;
        var cell = line[(start + 1)..(isOpen ? end : end - 1)];
        return cell.Contains('"') ? cell.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : cell.ToString();
    }

    public void Dispose() => _reader.Dispose();

    private int Start(int index) => index == 0 ? 0 : _ends[index - 1] + 1;

    private void FindEnds()
    {
        _ends.Clear();
        for (var i = 0; i < _reader.FieldCount; i++)
            _ends.Add(Start(i) + _reader.GetRawSpan(i).Length);
    }

    // What CsvHelper complains about may be no more than an inch mark, and the first complaint hides the second.
    private void FindOpenOrBroken()
    {
        for (var i = 0; i < Count; i++)
        {
            var raw = _reader.GetRawSpan(i);
            if (raw.StartsWith("\""u8) && StateOf(raw[1..]) is var state and not QuoteState.Closed)
            {
                (Quotes, Column) = (state, Start(i) + 1 - _lead);
                return;
            }
        }
    }

    private static QuoteState StateOf(ReadOnlySpan<byte> quoted)
    {
        while (quoted.IndexOf((byte)'"') is >= 0 and var quote)
        {
            quoted = quoted[(quote + 1)..];
            if (quoted.IsEmpty)
                return QuoteState.Closed;
            if (quoted[0] != (byte)'"')
                return QuoteState.Broken;
            quoted = quoted[1..];
        }

        return QuoteState.Open;
    }

    private void Show(ReadOnlySpan<char> line, Span<byte> shown)
    {
        var units = MemoryMarshal.Cast<char, ushort>(line);
        var letter = new Vector<ushort>(Letter);
        var width = Vector<ushort>.Count;
        var at = 0;
        for (; at <= line.Length - 2 * width; at += 2 * width)
        {
            var low = Vector.Min(new Vector<ushort>(units[at..]), letter);
            var high = Vector.Min(new Vector<ushort>(units[(at + width)..]), letter);
            Vector.Narrow(low, high).CopyTo(shown[at..]);
        }

        for (; at < line.Length; at++)
            shown[at] = (byte)Math.Min(units[at], (ushort)Letter);

        // A line end to CsvHelper, text here.
        shown.Replace((byte)'\r', Letter);
        if (_separator != _delimiter)
            ShowDelimiter(line, shown);
    }

    private void ShowDelimiter(ReadOnlySpan<char> line, Span<byte> shown)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == _delimiter)
                shown[i] = _separator;
            else if (shown[i] == _separator)
                shown[i] = Letter;
        }
    }
}
