using System.IO.Compression;

namespace ReviewInsights.IO.Decoding;

/// <summary>Takes gzip off a stream that starts with its magic bytes, whatever the file is called.</summary>
internal static class GzipPeeler
{
    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B];

    /// <summary>The plain bytes of <paramref name="stream"/>; disposing the result disposes the stream.</summary>
    public static Stream Peel(Stream stream, out bool isPacked)
    {
        var start = new byte[2];
        var count = stream.Read(start);
        if (count == 1 && start[0] == Magic[0])
            count += stream.Read(start.AsSpan(1));
        var whole = new PrefixedStream(start.AsMemory(0, count), stream);
        isPacked = start.AsSpan(0, count).SequenceEqual(Magic);
        return isPacked ? new CheckedGzip(whole) : whole;
    }

    /// <summary>
    /// Unpacks, and notices a file that was cut off, which the framework's stream takes for its end: the last four bytes are
    /// the length of the (last) member, so they can never exceed what was unpacked.
    /// </summary>
    private sealed class CheckedGzip(PrefixedStream packed) : ReadOnlyStream
    {
        private readonly GZipStream _unpacked = new(packed, CompressionMode.Decompress);
        private long _length;

        public override int Read(Span<byte> buffer)
        {
            var count = _unpacked.Read(buffer);
            _length += count;
            if (count == 0 && buffer.Length > 0 && packed.LastFour > (ulong)_length)
                throw new InvalidDataException($"the compressed file ends early: its last bytes are not the length of what came out ({_length} bytes)");
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _unpacked.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A stream whose first bytes were already taken from it.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ReadOnlyStream
    {
        private ReadOnlyMemory<byte> _prefix = prefix;

        /// <summary>The last four bytes read so far, as a little-endian number.</summary>
        public uint LastFour { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var count = _prefix.IsEmpty ? rest.Read(buffer) : TakePrefix(buffer);
            foreach (var b in buffer[Math.Max(0, count - 4)..count])
                LastFour = (LastFour >> 8) | ((uint)b << 24);
            return count;
        }

        private int TakePrefix(Span<byte> buffer)
        {
            var count = Math.Min(_prefix.Length, buffer.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
