using System.Text;
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

/// <summary>The cells of one line of a delimited input, parsed by CsvHelper.</summary>
/// <remarks>
/// CsvHelper ends the record with the line even where a quote is open, so it carries nothing from one line to the next: a line
/// can be parsed again, or as the rest of a cell that an earlier line has opened.
/// </remarks>
internal sealed class LineParser : IDisposable
{
    // Takes the place of a delimiter that CsvHelper refuses, such as a full-width comma.
    private const char UnitSeparator = '\u001F';

    private readonly char _delimiter;
    private readonly char _separator;
    private readonly LineFeed _feed = new();
    private readonly CsvReader _reader;
    private bool _isSuspect;
    private bool _isRest;
    private char _return;

    public LineParser(char delimiter)
    {
        _delimiter = delimiter;
        _separator = delimiter is '\t' or (>= ' ' and <= '~' and not '"') ? delimiter : UnitSeparator;
        var options = new CsvReaderOptions
        {
            Separator = _separator,
            HasHeader = false,
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = _ => _isSuspect = true,
        };
        _reader = CsvReader.Create(_feed, options);
    }

    /// <summary>Number of cells.</summary>
    public int Count => _reader.FieldCount;

    /// <summary>How the quotes stand.</summary>
    public QuoteState Quotes { get; private set; }

    /// <summary>Where in the line the cell starts that is open or broken, 1-based; 0 is the cell that an earlier line opened.</summary>
    public int Column { get; private set; }

    /// <summary>A cell without its quotes.</summary>
    public string Cell(int index) => Restored(_reader.GetString(index));

    /// <summary>Parses a line that is not empty, or one that goes on with a quoted cell.</summary>
    public void Parse(ReadOnlySpan<char> line, bool isRest)
    {
        var toSkip = _feed.Fillings;
        _isRest = isRest;
        var fed = _feed.SetLine(isRest ? line.Length + 1 : line.Length);
        if (isRest)
            fed[0] = '"';
        line.CopyTo(isRest ? fed[1..] : fed);
        Replace(isRest ? fed[1..] : fed);

        for (; toSkip > 0; toSkip--)
            _reader.Read();
        _isSuspect = false;
        _reader.Read();
        (Quotes, Column) = (QuoteState.Closed, 0);
        if (_isSuspect)
            FindOpenOrBroken();
    }

    public void Dispose() => _reader.Dispose();

    // What CsvHelper complains about may be no more than an inch mark, and the first complaint hides the second.
    private void FindOpenOrBroken()
    {
        var column = _isRest ? 0 : 1;
        for (var i = 0; i < Count; i++)
        {
            var raw = _reader.GetRawSpan(i);
            if (raw.StartsWith("\""u8) && StateOf(raw[1..]) is var state and not QuoteState.Closed)
            {
                (Quotes, Column) = (state, column);
                return;
            }

            column += Encoding.UTF8.GetCharCount(raw) + 1;
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

    // CsvHelper ends a line at a lone \r, which is text here.
    private void Replace(Span<char> line)
    {
        if (_separator != _delimiter)
            Swap(line);
        _return = '\r';
        if (!line.Contains('\r'))
            return;
        for (_return = '\uE000'; line.Contains(_return);)
            _return++;
        line.Replace('\r', _return);
    }

    private string Restored(string cell)
    {
        if (_return != '\r')
            cell = cell.Replace(_return, '\r');
        if (_separator == _delimiter || !cell.AsSpan().ContainsAny(_delimiter, _separator))
            return cell;
        return string.Create(cell.Length, (cell, this), static (span, state) =>
        {
            state.cell.CopyTo(span);
            state.Item2.Swap(span);
        });
    }

    // Both ways at once, so that nothing is lost where the input holds the other character already.
    private void Swap(Span<char> line)
    {
        foreach (ref var c in line)
            c = c == _delimiter ? _separator : c == _separator ? _delimiter : c;
    }
}
