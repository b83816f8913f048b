using System.Globalization;
using System.Text;
using ReviewInsights.IO;

namespace ReviewInsights.RabbitMq;

/// <summary>
/// Makes "at least once" into "once". Records are put into a file as they come, each behind its place in the input; what is on disk
/// can be acknowledged. In the end they are written in order, repeated ones dropped. The file survives an end half-way. Memory is
/// some bytes a record. Not thread-safe.
/// </summary>
internal sealed class RecordSpool : IDisposable
{
    private readonly FileStream _file;
    private readonly SortedDictionary<long, Entry> _records = [];

    private RecordSpool(FileStream file) => _file = file;

    /// <summary>How many different records there are.</summary>
    public int Count => _records.Count;

    /// <summary>How many came again.</summary>
    public int Repeated { get; private set; }

    /// <summary>Opens the file and takes up what an earlier run has left in it.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static RecordSpool Open(string path)
    {
        var spool = new RecordSpool(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            spool.ReadBack();
            return spool;
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <exception cref="InvalidDataException">The record names no place, or another record has it: two runs share the queue.</exception>
    public void Add(long? sequence, ReadOnlySpan<byte> record)
    {
        if (sequence is not { } place) throw new InvalidDataException($"a record has no header {Queues.Sequence}: publish gives it, other publishers must");
        if (record.Contains((byte)'\n')) throw new InvalidDataException($"the record for line {place} is not one line: it is no tagged record");
        if (IsRepeated(place, record)) return;
        _file.Seek(0, SeekOrigin.End);
        _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{place}\t")));
        _records.Add(place, new Entry(_file.Position, record.Length));
        _file.Write(record);
        _file.WriteByte((byte)'\n');
    }

    /// <summary>Returns when all that was added is on disk.</summary>
    public void Flush() => _file.Flush(flushToDisk: true);

    /// <summary>How many of the places 1 to <paramref name="expected"/> are empty, and the first of them.</summary>
    public (long Count, long First) Missing(long expected)
    {
        long present = 0, first = 1;
        foreach (var place in _records.Keys)
        {
            if (place < 1 || place > expected) continue;
            present++;
            if (place == first) first++;
        }

        return (expected - present, first);
    }

    /// <summary>Writes all records in order, one a line, to a file that appears when it is complete.</summary>
    public void WriteTo(string path)
    {
        using var output = PartialFile.Create(path);
        foreach (var entry in _records.Values)
        {
            output.Stream.Write(Read(entry));
            output.Stream.WriteByte((byte)'\n');
        }

        output.Commit();
    }

    public void Dispose() => _file.Dispose();

    private bool IsRepeated(long place, ReadOnlySpan<byte> record)
    {
        if (!_records.TryGetValue(place, out var entry)) return false;
        // The same review, lexicon and version of the library give the same bytes.
        if (!record.SequenceEqual(Read(entry)))
            throw new InvalidDataException($"there are two different records for line {place}: two inputs, or workers with different lexicons, share the queue; take one --queue a run");
        Repeated++;
        return true;
    }

    private byte[] Read(Entry entry)
    {
        var record = new byte[entry.Length];
        _file.Seek(entry.Start, SeekOrigin.Begin);
        _file.ReadExactly(record);
        return record;
    }

    private void ReadBack()
    {
        var bytes = new BufferedStream(_file);
        var line = new List<byte>();
        for (long at = 0, start = 0; bytes.ReadByte() is >= 0 and var value; at++)
        {
            if (value != '\n')
            {
                line.Add((byte)value);
                continue;
            }

            var tab = line.IndexOf((byte)'\t');
            if (tab < 0 || !long.TryParse(Encoding.ASCII.GetString([.. line[..tab]]), NumberStyles.None, CultureInfo.InvariantCulture, out var place) || !_records.TryAdd(place, new Entry(start + tab + 1, line.Count - tab - 1)))
                throw new InvalidDataException($"{_file.Name} is not what collect leaves; name another output");
            line.Clear();
            start = at + 1;
        }

        // The end of a run can cut the last line; it was not acknowledged, so it comes again.
        _file.SetLength(_file.Length - line.Count);
    }

    private readonly record struct Entry(long Start, int Length);
}
