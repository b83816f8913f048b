namespace ReviewInsights.Benchmarks.Generation;

/// <summary>A dump of generated reviews, written as a stream in bounded memory.</summary>
internal static class Dump
{
    private const int FlushAt = 256 * 1024;

    /// <summary>Writes rows until there are as many as asked for or as many bytes are reached, whichever comes first.</summary>
    /// <returns>Rows and bytes written.</returns>
    internal static (long Rows, long Bytes) Write(Stream output, DumpFormat format, ulong seed, long rows = long.MaxValue, long bytes = long.MaxValue)
    {
        using var generator = new ReviewGenerator(seed);
        using var buffer = new ByteBuffer(2 * FlushAt);
        format.WriteHeader(buffer);
        long row = 0, flushed = 0;
        for (; row < rows && flushed + buffer.Count < bytes; row++)
        {
            format.WriteRow(buffer, generator.Generate(row));
            if (buffer.Count < FlushAt) continue;
            output.Write(buffer.Written);
            flushed += buffer.Count;
            buffer.Clear();
        }
        output.Write(buffer.Written);
        return (row, flushed + buffer.Count);
    }
}
