namespace ReviewInsights.IO.Decoding;

/// <summary>
/// Lines of a decoded input, without copying: a returned span lives until the next call. Only <c>\n</c> ends a line; a
/// <c>\r</c> in front of it belongs to the line end, one anywhere else to the text.
/// </summary>
internal sealed class LineReader(InputDecoder decoder)
{
    private char[] _chars = new char[16 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _pushedBack;
    private int _lineStart;
    private int _lineLength;

    /// <summary>Number of the line returned last, 1-based.</summary>
    public long LineNumber { get; private set; }

    /// <summary>The line end that <see cref="TryRead"/> cut off: <c>\n</c>, <c>\r\n</c> or nothing at the end of the input.</summary>
    public string LineEnd { get; private set; } = "";

    /// <summary>Line of the first invalid byte sequence, 1-based, or 0.</summary>
    public long FirstReplacedLine { get; private set; }

    /// <summary>Invalid byte sequences so far.</summary>
    public long ReplacedSequences => decoder.ReplacedSequences;

    /// <summary>Name of the encoding as far as it is known.</summary>
    public string EncodingName => decoder.EncodingName;

    /// <summary>Whether the next line can be returned without reading from the outside.</summary>
    public bool HasBufferedLine => _pushedBack || _chars.AsSpan(_start, _end - _start).Contains('\n');

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

        for (var searched = 0; ;)
        {
            var at = _chars.AsSpan(_start + searched, _end - _start - searched).IndexOf('\n');
            if (at >= 0)
                return Take(searched + at, hasEnd: true);
            searched = _end - _start;
            if (!Fill())
                return searched > 0 && Take(searched, hasEnd: false);
        }
    }

    private bool Take(int length, bool hasEnd)
    {
        _lineStart = _start;
        _start += hasEnd ? length + 1 : length;
        var hasReturn = hasEnd && length > 0 && _chars[_lineStart + length - 1] == '\r';
        _lineLength = hasReturn ? length - 1 : length;
        LineEnd = hasReturn ? "\r\n" : hasEnd ? "\n" : "";
        LineNumber++;
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
            _start = 0;
        }

        // A decoder refuses a destination too small for one character: a pair, or several replacements in a row.
        const int RoomForOne = 16;
        if (_chars.Length - _end < RoomForOne)
            Array.Resize(ref _chars, _chars.Length * 2);
        var replacedBefore = decoder.ReplacedSequences;
        var count = decoder.Read(_chars.AsSpan(_end));
        if (replacedBefore == 0 && decoder.ReplacedSequences > 0)
            NoteFirstReplaced(count);
        _end += count;
        _ended = count == 0;
        return !_ended;
    }

    private void NoteFirstReplaced(int count)
    {
        var until = _end + Math.Max(_chars.AsSpan(_end, count).IndexOf('\uFFFD'), 0);
        FirstReplacedLine = LineNumber + 1 + _chars.AsSpan(0, until).Count('\n');
    }
}
