namespace ReviewInsights.IO.Delimited;

/// <summary>
/// The input of a parser that is given one line at a time. What the parser asks for behind the line is filling, records of
/// blanks, which whoever reads the records has to pass over.
/// </summary>
/// <remarks>
/// CsvHelper hands out a record when the block of 64 bytes that holds its end is full. With the next line in place of filling, a
/// pipe that is written line by line would wait for the answer to the line before.
/// </remarks>
internal sealed class LineFeed : TextReader
{
    // As long as a block, so that one is enough wherever in a block the line ends.
    private static readonly string Filling = new string(' ', 63) + '\n';

    private char[] _line = new char[1024];
    private int _start;
    private int _end;

    // Starts inside of a filling: a U+FEFF at the very start would be taken for a byte order mark.
    private int _filled = 1;

    /// <summary>Records of filling begun since the line was set; they come before the next one.</summary>
    public int Fillings { get; private set; } = 1;

    /// <summary>Sets the next line: room for so many characters, to be written before the parser reads on.</summary>
    public Span<char> SetLine(int length)
    {
        if (_line.Length <= length)
            _line = new char[Math.Max(length + 1, Math.Min(_line.Length * 2L, Array.MaxLength))];
        _line[length] = '\n';
        _start = 0;
        _end = length + 1;
        Fillings = 0;
        return _line.AsSpan(0, length);
    }

    public override int Read(Span<char> buffer)
    {
        if (_filled > 0 || _start == _end)
            return Fill(buffer);
        var count = Math.Min(_end - _start, buffer.Length);
        _line.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    private int Fill(Span<char> buffer)
    {
        if (_filled == 0)
            Fillings++;
        var count = Math.Min(Filling.Length - _filled, buffer.Length);
        Filling.AsSpan(_filled, count).CopyTo(buffer);
        _filled = (_filled + count) % Filling.Length;
        return count;
    }
}
