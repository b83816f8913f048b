using System.Buffers;

namespace ReviewInsights.Benchmarks.Generation;

/// <summary>Bytes that are appended to and drained, in a pooled array that grows when it must.</summary>
internal sealed class ByteBuffer(int capacity) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    internal int Count { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Free(bytes.Length));
        Count += bytes.Length;
    }

    internal void Append(byte value)
    {
        Free(1)[0] = value;
        Count++;
    }

    internal void AppendNumber(long value)
    {
        value.TryFormat(Free(20), out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        Count += written;
    }

    internal void AppendTwoDigits(int value)
    {
        var free = Free(2);
        (free[0], free[1]) = ((byte)('0' + value / 10), (byte)('0' + value % 10));
        Count += 2;
    }

    internal void Clear() => Count = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private Span<byte> Free(int count)
    {
        if (_bytes.Length - Count < count) Grow(count);
        return _bytes.AsSpan(Count);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Count + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
