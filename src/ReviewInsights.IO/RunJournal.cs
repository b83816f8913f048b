using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ReviewInsights.IO;

/// <summary>
/// What a run has finished, written beside its output, so that a run killed at any moment can be resumed: the job in the first
/// line, then one <see cref="Checkpoint"/> a line, each written only after the bytes it speaks of are on disk. A line that a kill
/// cut off is not read. Not thread-safe.
/// </summary>
public sealed class RunJournal : IDisposable
{
    private const int Version = 1;

    private readonly FileStream _file;

    private RunJournal(
        string path, FileStream file, ImmutableSortedDictionary<string, string> job, ImmutableArray<Checkpoint> checkpoints, long? quarantinedAtEnd)
    {
        Path = path;
        _file = file;
        Job = job;
        Checkpoints = checkpoints;
        QuarantinedAtEnd = quarantinedAtEnd;
    }

    /// <summary>Name of the file.</summary>
    public string Path { get; }

    /// <summary>What decides the bytes of the output beside the input, by name.</summary>
    public ImmutableSortedDictionary<string, string> Job { get; }

    /// <summary>The checkpoints an earlier run left, in order. Those of this run are not among them.</summary>
    public ImmutableArray<Checkpoint> Checkpoints { get; }

    /// <summary>Rows that the earlier run had quarantined when all was written, or null where it did not get so far.</summary>
    public long? QuarantinedAtEnd { get; }

    /// <summary>Starts a journal, over one that an earlier run may have left.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static RunJournal Create(string path, ImmutableSortedDictionary<string, string> job)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(job);
        var journal = new RunJournal(path, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), job, [], quarantinedAtEnd: null);
        journal.Append(WriteJob(job));
        return journal;
    }

    /// <summary>Goes on with the journal of an earlier run; null where there is none, or none with a job in it.</summary>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="InvalidDataException">The file is no journal, or one of another version.</exception>
    public static RunJournal? Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
            return null;
        var lines = WholeLines(File.ReadAllBytes(path));
        if (lines.Length == 0)
            return null;
        var job = ReadJob(path, lines[0]);
        var checkpoints = lines.Skip(1).Select(ReadCheckpoint).TakeWhile(c => c is not null).Select(c => c!.Value).ToImmutableArray();
        var quarantined = lines.Length > 1 + checkpoints.Length ? ReadEnd(lines[1 + checkpoints.Length]) : null;
        var kept = 1 + checkpoints.Length + (quarantined is null ? 0 : 1);

        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
        file.SetLength(lines.Take(kept).Sum(line => (long)Encoding.UTF8.GetByteCount(line) + 1));
        file.Seek(0, SeekOrigin.End);
        return new RunJournal(path, file, job, checkpoints, quarantined);
    }

    /// <summary>Notes a checkpoint and waits until the disk has it. What it speaks of must be on disk already.</summary>
    public void Add(Checkpoint checkpoint) => Append(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"rows\":{checkpoint.Rows},\"input\":\"{checkpoint.InputHash:x16}\",\"output\":{checkpoint.OutputLength},\"quarantine\":{checkpoint.QuarantineLength}}}"));

    /// <summary>Notes that all is written and safe; what is left to do is to give the files their names.</summary>
    /// <param name="quarantined">Rows in the quarantine.</param>
    public void AddEnd(long quarantined) => Append(string.Create(CultureInfo.InvariantCulture, $"{{\"end\":true,\"quarantined\":{quarantined}}}"));

    /// <summary>Removes the journal: the run is complete.</summary>
    public void Delete()
    {
        _file.Dispose();
        File.Delete(Path);
    }

    /// <summary>Closes the journal, which stays for a later run.</summary>
    public void Dispose() => _file.Dispose();

    private static string[] WholeLines(byte[] content)
    {
        var end = content.AsSpan().LastIndexOf((byte)'\n');
        return end < 0 ? [] : Encoding.UTF8.GetString(content, 0, end).Split('\n');
    }

    private static string WriteJob(ImmutableSortedDictionary<string, string> job)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("journal", Version);
            writer.WriteStartObject("job");
            foreach (var (name, value) in job)
                writer.WriteString(name, value);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static ImmutableSortedDictionary<string, string> ReadJob(string path, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var version = document.RootElement.GetProperty("journal").GetInt32();
            if (version != Version)
                throw new InvalidDataException($"{path}: the journal has version {version}; {Version} can be read. Without --resume the run starts anew.");
            return document.RootElement.GetProperty("job").EnumerateObject()
                .ToImmutableSortedDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path}: this is not the journal of a run ({e.Message}).", e);
        }
    }

    private static Checkpoint? ReadCheckpoint(string line) => Read<Checkpoint>(line, entry => new Checkpoint(
        entry.GetProperty("rows").GetInt64(),
        ulong.Parse(entry.GetProperty("input").GetString() ?? "", NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        entry.GetProperty("output").GetInt64(),
        entry.GetProperty("quarantine").GetInt64()));

    private static long? ReadEnd(string line) => Read<long>(line, entry => entry.GetProperty("end").GetBoolean() ? entry.GetProperty("quarantined").GetInt64() : null);

    /// <summary>Null where a power cut left something else: what stands behind it is not trusted, either.</summary>
    private static T? Read<T>(string line, Func<JsonElement, T?> read)
        where T : struct
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private void Append(string line)
    {
        _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        _file.Flush(flushToDisk: true);
    }
}
