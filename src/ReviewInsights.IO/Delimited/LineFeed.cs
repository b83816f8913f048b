namespace ReviewInsights.IO.Delimited;

/// <summary>
/// The input of a parser that is given one line at a time. What the parser asks for behind the line is filling, records of
/// blanks, which whoever reads the records has to pass over.
/// </summary>
/// <remarks>
/// CsvHelper hands out a record when the block of 64 bytes that holds its end is full. With the next line in place of filling, a
/// pipe that is written line by line would wait for the answer to the line before.
/// </remarks>
internal sealed class LineFeed : Stream
{
    // As long as a block, so that one is enough wherever in a block the line ends.
    private const int FillingLength = 64;

    private byte[] _bytes = new byte[4 * 1024];
    private int _start;
    private int _end;

    /// <summary>Records of filling since the line was set; they come before the next one.</summary>
    public int Fillings { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Sets the next line: room for so many bytes, to be written before the parser reads on.</summary>
    public Span<byte> SetLine(int length)
    {
        // Of the filling that was begun the rest must follow.
        var rest = _end - _start;
        if (_bytes.Length < rest + length + 1 + FillingLength)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, 2L * (rest + length + 1 + FillingLength)));
        _bytes.AsSpan(_start, rest).CopyTo(_bytes);
        _start = 0;
        _end = rest + length;
        _bytes[_end++] = (byte)'\n';
        Fillings = 0;
        AddFilling();
        return _bytes.AsSpan(rest, length);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            _start = _end = 0;
            AddFilling();
        }

        var count = Math.Min(_end - _start, buffer.Length);
        _bytes.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void AddFilling()
    {
        var filling = _bytes.AsSpan(_end, FillingLength);
        filling.Fill((byte)' ');
        filling[^1] = (byte)'\n';
        _end += FillingLength;
        Fillings++;
    }
}
