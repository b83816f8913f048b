using System.IO.Compression;

namespace ReviewInsights.IO.Decoding;

/// <summary>Takes gzip off a stream that starts with its magic bytes, whatever the file is called.</summary>
internal static class GzipPeeler
{
    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    /// <summary>The plain bytes of <paramref name="stream"/>; disposing the result disposes the stream.</summary>
    public static Stream Peel(Stream stream)
    {
        var start = new byte[2];
        var count = stream.Read(start);
        if (count == 1 && start[0] == Magic[0])
            count += stream.Read(start.AsSpan(1));
        var whole = new PrefixedStream(start.AsMemory(0, count), stream);
        return start.AsSpan(0, count).SequenceEqual(Magic) ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }

    /// <summary>A stream whose first bytes were already taken from it.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _prefix = prefix;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (_prefix.IsEmpty)
                return rest.Read(buffer);
            var count = Math.Min(_prefix.Length, buffer.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
