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

    private RunJournal(string path, FileStream file, ImmutableSortedDictionary<string, string> job, ImmutableArray<Checkpoint> checkpoints)
    {
        Path = path;
        _file = file;
        Job = job;
        Checkpoints = checkpoints;
    }

    /// <summary>Name of the file.</summary>
    public string Path { get; }

    /// <summary>What decides the bytes of the output beside the input, by name.</summary>
    public ImmutableSortedDictionary<string, string> Job { get; }

    /// <summary>The checkpoints an earlier run left, in order. Those of this run are not among them.</summary>
    public ImmutableArray<Checkpoint> Checkpoints { get; }

    /// <summary>Starts a journal, over one that an earlier run may have left.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static RunJournal Create(string path, ImmutableSortedDictionary<string, string> job)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(job);
        var journal = new RunJournal(path, new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None), job, []);
        // Without a checkpoint there is nothing to resume, so the first of them waits for the disk for both.
        journal._file.Write(Line(WriteJob(job)));
        journal._file.Flush();
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

        var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        file.SetLength(lines.Take(1 + checkpoints.Length).Sum(line => (long)Encoding.UTF8.GetByteCount(line) + 1));
        file.Seek(0, SeekOrigin.End);
        return new RunJournal(path, file, job, checkpoints);
    }

    /// <summary>Notes a checkpoint and waits until the disk has it. What it speaks of must be on disk already.</summary>
    public void Add(Checkpoint checkpoint)
    {
        _file.Write(Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"rows\":{checkpoint.Rows},\"input\":\"{checkpoint.InputHash:x16}\",\"output\":{checkpoint.OutputLength},\"quarantine\":{checkpoint.QuarantineLength}}}")));
        _file.Flush(flushToDisk: true);
    }

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

    /// <summary>Null where a power cut left something else: what stands behind it is not trusted, either.</summary>
    private static Checkpoint? ReadCheckpoint(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var entry = document.RootElement;
            var checkpoint = new Checkpoint(
                entry.GetProperty("rows").GetInt64(),
                ulong.Parse(entry.GetProperty("input").GetString() ?? "", NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                entry.GetProperty("output").GetInt64(),
                entry.GetProperty("quarantine").GetInt64());
            return checkpoint is { Rows: > 0, OutputLength: >= 0, QuarantineLength: >= 0 } ? checkpoint : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] Line(string content) => Encoding.UTF8.GetBytes(content + "\n");
}
