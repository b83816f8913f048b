using System.Runtime.InteropServices;

namespace ReviewInsights.IO.Duplicates;

/// <summary>
/// Counts how many rows are repetitions of earlier ones, in bounded memory: hashes are sorted a million at a time into a temporary
/// file, and the sorted runs are merged at the end. Not thread-safe.
/// </summary>
/// <remarks>Sixty-four bits of hash: of a hundred million rows, one in four thousand runs counts one too many.</remarks>
internal sealed class DuplicateCounter(int capacity = DuplicateCounter.DefaultCapacity) : IDisposable
{
    private const int DefaultCapacity = 1 << 20;
    private const int FirstCapacity = 1 << 12;
    private const int MergeBuffer = 4 * 1024;

    private readonly List<long> _runEnds = [];
    private ulong[] _hashes = new ulong[Math.Min(capacity, FirstCapacity)];
    private int _count;
    private FileStream? _runs;

    /// <summary>Takes the hash of a row.</summary>
    public void Add(ulong hash)
    {
        if (_count == capacity)
            Spill();
        if (_count == _hashes.Length)
            Array.Resize(ref _hashes, Math.Min(capacity, _hashes.Length * 2));
        _hashes[_count++] = hash;
    }

    /// <summary>Rows whose hash an earlier row had. Ends the counting.</summary>
    public long Count()
    {
        Array.Sort(_hashes, 0, _count);
        return _runs is null ? RepetitionsIn(_hashes.AsSpan(0, _count)) : Merge(_runs);
    }

    /// <summary>Closes the temporary file, which is no longer there for others to see.</summary>
    public void Dispose() => _runs?.Dispose();

    private static long RepetitionsIn(ReadOnlySpan<ulong> sorted)
    {
        long repetitions = 0;
        for (var i = 1; i < sorted.Length; i++)
            repetitions += sorted[i] == sorted[i - 1] ? 1 : 0;
        return repetitions;
    }

    private void Spill()
    {
        _runs ??= CreateUnlinked();
        Array.Sort(_hashes, 0, _count);
        _runs.Write(MemoryMarshal.AsBytes(_hashes.AsSpan(0, _count)));
        _runEnds.Add(_runs.Position);
        _count = 0;
    }

    private long Merge(FileStream file)
    {
        file.Flush();
        var next = new PriorityQueue<RunReader, ulong>();
        long start = 0;
        foreach (var end in _runEnds)
        {
            Enqueue(next, new RunReader(file, start, end, MergeBuffer));
            start = end;
        }

        Enqueue(next, new RunReader(_hashes.AsMemory(0, _count)));
        long repetitions = 0;
        ulong? last = null;
        while (next.TryDequeue(out var run, out var hash))
        {
            repetitions += hash == last ? 1 : 0;
            last = hash;
            Enqueue(next, run);
        }

        return repetitions;
    }

    private static void Enqueue(PriorityQueue<RunReader, ulong> next, RunReader run)
    {
        if (run.TryRead(out var hash))
            next.Enqueue(run, hash);
    }

    // Without a name from the start, so that not even a kill leaves it behind.
    private static FileStream CreateUnlinked()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 64 * 1024, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>One sorted run, read a piece at a time.</summary>
    private sealed class RunReader
    {
        private readonly FileStream? _file;
        private readonly long _end;
        private Memory<ulong> _piece;
        private long _position;
        private int _at;

        public RunReader(FileStream file, long start, long end, int bufferLength)
        {
            (_file, _position, _end) = (file, start, end);
            _piece = new ulong[bufferLength];
            _at = bufferLength;
        }

        public RunReader(Memory<ulong> sorted) => _piece = sorted;

        public bool TryRead(out ulong hash)
        {
            hash = 0;
            if (_at == _piece.Length && !TryFill())
                return false;
            hash = _piece.Span[_at++];
            return true;
        }

        private bool TryFill()
        {
            var bytes = (int)Math.Min(_end - _position, _piece.Length * sizeof(ulong));
            if (_file is null || bytes == 0)
                return false;
            _piece = _piece[..(bytes / sizeof(ulong))];
            _file.Seek(_position, SeekOrigin.Begin);
            _file.ReadExactly(MemoryMarshal.AsBytes(_piece.Span));
            _position += bytes;
            _at = 0;
            return true;
        }
    }
}
