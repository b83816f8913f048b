namespace ReviewInsights.RabbitMq;

/// <summary>Makes "at least once" into "once": records by their place in the input, repeated ones dropped. Not thread-safe.</summary>
internal sealed class RecordMerge
{
    private readonly SortedDictionary<long, ReadOnlyMemory<byte>> _records = [];

    /// <summary>How many different records there are.</summary>
    public int Count => _records.Count;

    /// <summary>How many came again.</summary>
    public int Repeated { get; private set; }

    /// <exception cref="InvalidDataException">The record names no place, or another record was there: two runs share the queue.</exception>
    public void Add(long? sequence, ReadOnlyMemory<byte> record)
    {
        if (sequence is not { } place) throw new InvalidDataException($"a record has no header {Queues.Sequence}: publish gives it, other publishers must");
        if (_records.TryAdd(place, record)) return;

        // The same review, lexicon and version of the library give the same bytes.
        if (!_records[place].Span.SequenceEqual(record.Span))
            throw new InvalidDataException($"there are two different records for line {place}: two inputs, or workers with different lexicons, share the queue; take one --queue a run");
        Repeated++;
    }

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

    /// <summary>Writes all records in order, one a line.</summary>
    public void Write(Stream output)
    {
        foreach (var record in _records.Values)
        {
            output.Write(record.Span);
            output.WriteByte((byte)'\n');
        }
    }
}
