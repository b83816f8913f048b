using System.Collections.Immutable;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>What an earlier run left of this job, and the journal by which a later run can go on from this one.</summary>
internal sealed class Resumption : IDisposable
{
    // Waiting for the disk costs some milliseconds; a run that is killed does at most so many rows again.
    private const int RowsPerCheckpoint = 32 * 1024;

    private readonly RunJournal? _journal;
    private long _nextCheckpoint;

    private Resumption(RunJournal? journal, Checkpoint from)
    {
        _journal = journal;
        From = from;
        _nextCheckpoint = from.Rows + RowsPerCheckpoint;
    }

    /// <summary>The journal of an output file.</summary>
    public static string JournalOf(string path) => PartialFile.PartialPathOf(path) + ".journal";

    /// <summary>Bytes of a partial file that an earlier run left; 0 where there is none.</summary>
    public static long LengthOfPartial(string? path) =>
        path is not null && File.Exists(PartialFile.PartialPathOf(path)) ? new FileInfo(PartialFile.PartialPathOf(path)).Length : 0;

    /// <summary>What the earlier run has finished; default where there was none.</summary>
    public Checkpoint From { get; }

    /// <summary>A run that leaves no journal, because it writes to a stream or starts over each time.</summary>
    public static Resumption None() => new(journal: null, default);

    /// <summary>Starts a journal, or goes on with that of an earlier run.</summary>
    /// <param name="path">The journal.</param>
    /// <param name="job">What decides the bytes of the output beside the input.</param>
    /// <param name="resumes">Whether to go on from an earlier run, if there was one.</param>
    /// <param name="outputLength">Bytes that the earlier run left of the output; null where bytes are not the measure.</param>
    /// <param name="quarantineLength">Bytes that it left of the quarantine.</param>
    /// <exception cref="UsageException">The earlier run did another job.</exception>
    public static Resumption Start(string path, ImmutableSortedDictionary<string, string> job, bool resumes, long? outputLength, long quarantineLength)
    {
        var earlier = resumes ? RunJournal.Open(path) : null;
        if (earlier is null) return new Resumption(RunJournal.Create(path, job), default);
        if (FirstDifference(earlier.Job, job) is { } difference)
        {
            earlier.Dispose();
            throw new UsageException($"--resume: the interrupted run was started with another {difference}; run with that again, or start anew without --resume");
        }
        // A disk that lost power may hold less of the files than the journal says.
        var from = earlier.Checkpoints.LastOrDefault(c => c.OutputLength <= (outputLength ?? long.MaxValue) && c.QuarantineLength <= quarantineLength);
        if (from.Rows > 0) return new Resumption(earlier, from);
        // What it speaks of is gone. Left in the journal, it would be believed once this run has begun a new output.
        earlier.Dispose();
        return new Resumption(RunJournal.Create(path, job), default);
    }

    /// <summary>Notes from time to time what is written.</summary>
    public void OnWritten(InputPosition position, TagOutput output, Quarantine quarantine)
    {
        if (_journal is null || position.Rows < _nextCheckpoint) return;
        Add(position, output, quarantine);
    }

    /// <summary>Notes what is written, now.</summary>
    public void Add(InputPosition position, TagOutput output, Quarantine quarantine)
    {
        if (_journal is null) return;
        _nextCheckpoint = position.Rows + RowsPerCheckpoint;
        _journal.Add(new Checkpoint(position.Rows, position.Hash, output.FlushToDisk(), quarantine.FlushToDisk()));
    }

    /// <summary>
    /// Gives all files their names. Where a kill comes between, the journal finds no partial file of the length it knows, and the
    /// next run starts over, to the same bytes.
    /// </summary>
    public void Commit(TagOutput output, Quarantine quarantine)
    {
        output.Commit();
        quarantine.Commit();
        _journal?.Delete();
    }

    /// <summary>Forgets the run: it did nothing that another could go on from.</summary>
    public void Discard() => _journal?.Delete();

    public void Dispose() => _journal?.Dispose();

    private static string? FirstDifference(ImmutableSortedDictionary<string, string> earlier, ImmutableSortedDictionary<string, string> now)
    {
        foreach (var name in earlier.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (before, after) = (earlier.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""));
            if (before != after) return $"{name} ('{before}', now '{after}')";
        }
        return null;
    }
}
