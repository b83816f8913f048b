namespace ReviewInsights.IO.Decoding;

/// <summary>The bytes of an input: gzip is taken off, and the first of them can be looked at before anything is read.</summary>
internal sealed class InputStream(Stream raw) : ReadOnlyStream
{
    private readonly long _origin = raw.CanSeek ? raw.Position : 0;
    private readonly byte[] _peeked = new byte[4 * 1024];
    private Stream? _plain;
    private bool _isPacked;
    private int _start;
    private int _end;
    private FileStream? _spool;
    private string? _spoolPath;

    /// <summary>Share of the bytes that have been read, or null where the stream does not know its length.</summary>
    public double? Progress => raw.CanSeek && raw.Length > _origin
        ? Math.Clamp((double)(raw.Position - _origin) / (raw.Length - _origin), 0, 1)
        : null;

    private bool IsPlainFromStart
    {
        get
        {
            _ = Plain;
            return !_isPacked && raw.CanSeek && _origin == 0;
        }
    }

    private Stream Plain => _plain ??= GzipPeeler.Peel(raw, out _isPacked);

    /// <summary>Whether the input starts with these bytes. Waits for no byte beyond the first that differs.</summary>
    public bool StartsWith(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (Peek(i + 1).Length <= i || _peeked[_start + i] != bytes[i])
                return false;
        }

        return true;
    }

    /// <summary>The first bytes of what has not been read, fewer where the input ends. Waits for them.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count)
        {
            var read = Plain.Read(_peeked.AsSpan(_end));
            if (read == 0)
                break;
            _end += read;
        }

        return _peeked.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>
    /// The whole input as a stream that seeks, from its start. What cannot seek goes into a temporary file first.
    /// </summary>
    /// <remarks>Belongs to this stream, which disposes it. Nothing may have been read.</remarks>
    public Stream ToSeekable()
    {
        if (IsPlainFromStart)
        {
            raw.Position = 0;
            return raw;
        }

        if (_spool is null)
        {
            _spool = TemporaryFile.Create();
            CopyTo(_spool);
        }

        _spool.Position = 0;
        return _spool;
    }

    /// <summary>Path of a file that holds the plain bytes: the input itself or a temporary file, which this stream deletes when it is disposed.</summary>
    /// <remarks>Nothing may have been read.</remarks>
    public string ToFile()
    {
        if (raw is FileStream file && IsPlainFromStart)
            return file.Name;
        if (_spoolPath is null)
        {
            // Closed at once: on Windows nobody else could open it for themselves.
            using var spool = TemporaryFile.CreateNamed();
            _spoolPath = spool.Name;
            CopyTo(spool);
        }

        return _spoolPath;
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
            return Plain.Read(buffer);
        var count = Math.Min(_end - _start, buffer.Length);
        _peeked.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _spool?.Dispose();
            _plain?.Dispose();
            raw.Dispose();
            if (_spoolPath is not null)
                File.Delete(_spoolPath);
        }

        base.Dispose(disposing);
    }
}
