namespace ReviewInsights.IO.Decoding;

/// <summary>
/// Lines of a decoded input, without copying: a returned span lives until the next call. Only <c>\n</c> ends a line; a
/// <c>\r</c> in front of it belongs to the line end, one anywhere else to the text. But where the input starts with many
/// characters (or has only few) with <c>\r</c> among them and no <c>\n</c>, as old programs for the Mac write it, <c>\r</c> ends a line, too.
/// </summary>
internal sealed class LineReader(InputDecoder decoder)
{
    // Beyond it an input without any \n is read as lines that end with \r, if it has some; no real line is that long.
    private const int CharactersToDecide = 64 * 1024;

    private char[] _chars = new char[16 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _pushedBack;
    private int _lineStart;
    private int _lineLength;
    private bool? _returnEndsLine;
    private int _replacedAt = -1;

    /// <summary>Number of the line returned last, 1-based.</summary>
    public long LineNumber { get; private set; }

    /// <summary>The line end that <see cref="TryRead"/> cut off: <c>\n</c>, <c>\r\n</c>, <c>\r</c> or nothing at the end of the input.</summary>
    public string LineEnd { get; private set; } = "";

    /// <summary>Line of the first invalid byte sequence, 1-based, or 0.</summary>
    public long FirstReplacedLine { get; private set; }

    /// <summary>Invalid byte sequences so far.</summary>
    public long ReplacedSequences => decoder.ReplacedSequences;

    /// <summary>Name of the encoding as far as it is known.</summary>
    public string EncodingName => decoder.EncodingName;

    /// <summary>Whether the next line can be returned without reading from the outside.</summary>
    public bool HasBufferedLine => _pushedBack || IndexOfEnd(0) >= 0;

    /// <summary>The line returned last; lives as long as that one.</summary>
    public ReadOnlySpan<char> Current => _chars.AsSpan(_lineStart, _lineLength);

    /// <summary>Makes the next <see cref="TryRead"/> return the current line once more.</summary>
    public void PushBack() => _pushedBack = true;

    /// <summary>Moves to the next line; false at the end of the input.</summary>
    public bool TryRead()
    {
        if (_pushedBack)
        {
            _pushedBack = false;
            return true;
        }

        _returnEndsLine ??= FindLineEnds();
        for (var searched = 0; ;)
        {
            var at = IndexOfEnd(searched);
            if (at >= 0)
                return Take(at);
            searched = _end - _start;
            if (!Fill())
                return searched > 0 && Take(searched, "");
        }
    }

    // Reads no more than the first line needs, unless there is none within reach.
    private bool FindLineEnds()
    {
        for (var searched = 0; ;)
        {
            var end = Math.Min(_end, CharactersToDecide);
            if (_chars.AsSpan(searched, end - searched).Contains('\n'))
                return false;
            searched = end;
            if (searched == CharactersToDecide || !Fill())
                return _chars.AsSpan(0, searched).Contains('\r');
        }
    }

    // Where the first line end behind `searched` characters is, from the start of the line, or -1.
    private int IndexOfEnd(int searched)
    {
        var rest = _chars.AsSpan(_start + searched, _end - _start - searched);
        var at = _returnEndsLine == true ? rest.IndexOfAny('\r', '\n') : rest.IndexOf('\n');
        return at < 0 ? -1 : searched + at;
    }

    private bool Take(int length)
    {
        if (_chars[_start + length] == '\n')
        {
            var hasReturn = length > 0 && _chars[_start + length - 1] == '\r';
            return hasReturn ? Take(length - 1, "\r\n") : Take(length, "\n");
        }

        // What follows the \r may still have to be read.
        var isPair = (_start + length + 1 < _end || Fill()) && _chars[_start + length + 1] == '\n';
        return Take(length, isPair ? "\r\n" : "\r");
    }

    private bool Take(int length, string end)
    {
        _lineStart = _start;
        _lineLength = length;
        _start += length + end.Length;
        LineEnd = end;
        LineNumber++;
        if (FirstReplacedLine == 0 && _replacedAt >= 0 && _replacedAt < _start)
            FirstReplacedLine = LineNumber;
        return true;
    }

    private bool Fill()
    {
        if (_ended)
            return false;
        if (_start > 0)
        {
            _chars.AsSpan(_start, _end - _start).CopyTo(_chars);
            _end -= _start;
            _replacedAt -= _start;
            _start = 0;
        }

        // A decoder refuses a destination too small for one character: a pair, or several replacements in a row.
        const int RoomForOne = 16;
        if (_chars.Length - _end < RoomForOne)
            Array.Resize(ref _chars, _chars.Length * 2);
        var replacedBefore = decoder.ReplacedSequences;
        var count = decoder.Read(_chars.AsSpan(_end));
        if (replacedBefore == 0 && decoder.ReplacedSequences > 0)
            _replacedAt = _end + Math.Max(_chars.AsSpan(_end, count).IndexOf('\uFFFD'), 0);
        _end += count;
        _ended = count == 0;
        return !_ended;
    }
}
