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
        isPacked = start.AsSpan(0, count).SequenceEqual(Magic);
        var whole = new PrefixedStream(start.AsMemory(0, count), stream, isPacked);
        return isPacked ? new CheckedGzip(whole) : whole;
    }

    /// <summary>
    /// Unpacks, and notices a file that was cut off, which the framework's stream takes for its end. That stream compares checksum and
    /// length of every member that ends, but does not tell whether the last one did; so at the end of the file it gets one byte more.
    /// Behind a whole member the byte is padding, and ignored. Inside one it asks for more, makes something of it or is an error.
    /// </summary>
    private sealed class CheckedGzip(PrefixedStream packed) : ReadOnlyStream
    {
        private readonly GZipStream _unpacked = new(packed, CompressionMode.Decompress);
        private long _length;

        public override int Read(Span<byte> buffer)
        {
            int count;
            try
            {
                count = _unpacked.Read(buffer);
            }
            catch (InvalidDataException e) when (packed.HasProbed)
            {
                throw EndsEarly(e);
            }

            // What comes out at all is there before the next byte is asked for, so this is made of the probe.
            if (packed.HasProbed && (count > 0 || packed.IsHungry))
                throw EndsEarly();
            _length += count;
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _unpacked.Dispose();
            base.Dispose(disposing);
        }

        private InvalidDataException EndsEarly(Exception? cause = null) => new($"the compressed file ends early: {_length} bytes came out of it, and then it is cut off", cause);
    }

    /// <summary>A stream whose first bytes were already taken from it, and behind whose end a byte is laid if it is packed.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest, bool isPacked) : ReadOnlyStream
    {
        // Starts no member. Where it completes one, that is the last byte of the length of more than 4 GB, and nothing is missing.
        private const byte Probe = 0xFF;

        private ReadOnlyMemory<byte> _prefix = prefix;

        /// <summary>Whether all has been read and the additional byte, too.</summary>
        public bool HasProbed { get; private set; }

        /// <summary>Whether more was wanted than that.</summary>
        public bool IsHungry { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty)
                return 0;
            if (!_prefix.IsEmpty)
                return TakePrefix(buffer);
            var count = HasProbed ? 0 : rest.Read(buffer);
            if (count > 0 || !isPacked)
                return count;
            IsHungry = HasProbed;
            HasProbed = true;
            if (IsHungry)
                return 0;
            buffer[0] = Probe;
            return 1;
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
