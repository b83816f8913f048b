using System.Numerics;
using ReviewInsights.IO;
using ReviewInsights.IO.Duplicates;

namespace ReviewInsights.Cli.Tagging;

/// <summary>A place in the input.</summary>
/// <param name="Rows">Rows read, over all inputs.</param>
/// <param name="Hash">Hash of all of them.</param>
internal readonly record struct InputPosition(long Rows, ulong Hash);

/// <summary>What is to be done with a row.</summary>
internal enum RowFate
{
    /// <summary>Tag it, or quarantine it.</summary>
    Process = 0,

    /// <summary>An earlier run has dealt with it.</summary>
    Done = 1,

    /// <summary>Leave it out: it repeats an earlier row.</summary>
    Dropped = 2,
}

/// <summary>
/// Accounts for every row that is read, so that none is lost and none is done twice: counts, looks for repetitions, and finds the
/// place where an earlier run stopped by reading up to it again. That needs no seeking, and everything that depends on earlier
/// rows, such as duplicates, comes out as in a run that was not interrupted.
/// </summary>
/// <param name="resumeAt">What an earlier run has finished; default where there was none.</param>
/// <param name="duplicates">What to do about repetitions.</param>
internal sealed class InputLedger(InputPosition resumeAt, Duplicates duplicates) : IDisposable
{
    private readonly RowHasher _wholeRow = new(RowHasher.AllFields);
    private readonly RowHasher _key = new(duplicates.Key);
    private readonly DuplicateCounter _counter = new();
    private readonly HashSet<UInt128> _seen = [];
    private ulong _hash;

    /// <summary>Rows read, over all inputs.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows left out.</summary>
    public long Dropped { get; private set; }

    /// <summary>Where the input stands.</summary>
    public InputPosition Position => new(Rows, _hash);

    /// <summary>Whether the rows that an earlier run has finished are all read.</summary>
    public bool IsCaughtUp => Rows >= resumeAt.Rows;

    /// <summary>Takes the next row into account.</summary>
    /// <exception cref="InputFormatException">The input is not the one that the earlier run read.</exception>
    public RowFate Take(in ReviewRow row, string source)
    {
        var hash = _wholeRow.Of(row);
        _hash = (BitOperations.RotateLeft(_hash, 7) * 0x9E3779B97F4A7C15) ^ (ulong)hash;
        Rows++;
        if (Rows == resumeAt.Rows && _hash != resumeAt.Hash)
            throw new InputFormatException(source, row.Line, column: null, $"up to here ({Rows} rows) the input is not what the interrupted run read, so it cannot be resumed; without --resume it starts anew");

        var isRepetition = row.Review is not null && duplicates.Action != DuplicateAction.Keep && Repeats(row, duplicates.IsWholeRow ? hash : _key.Of(row));
        if (isRepetition)
            Dropped++;
        return Rows <= resumeAt.Rows ? RowFate.Done : isRepetition ? RowFate.Dropped : RowFate.Process;
    }

    /// <summary>Makes sure that the input reached the place where the earlier run stopped.</summary>
    /// <exception cref="InputFormatException">It ended before.</exception>
    public void End(string source)
    {
        if (!IsCaughtUp)
            throw new InputFormatException(source, Rows, column: null, $"the input ends after {Rows} rows, but the interrupted run read {resumeAt.Rows}; without --resume it starts anew");
    }

    /// <summary>How many rows repeat earlier ones; null where nobody asked. Ends the counting.</summary>
    public long? CountDuplicates() => duplicates.Action switch
    {
        DuplicateAction.Count => CountingProblem is null ? CountToTheEnd() : null,
        DuplicateAction.Drop => Dropped,
        _ => null,
    };

    /// <summary>Why duplicates could not be counted, or null.</summary>
    public string? CountingProblem { get; private set; }

    public void Dispose() => _counter.Dispose();

    private long? CountToTheEnd()
    {
        try
        {
            return _counter.Count();
        }
        catch (IOException e)
        {
            CountingProblem = e.Message;
            return null;
        }
    }

    private bool Repeats(in ReviewRow row, UInt128 key)
    {
        // Rows without an id have none in common.
        if (!row.HasOwnId && duplicates.Key is [ReviewField.Id]) return false;
        if (duplicates.Action == DuplicateAction.Drop) return !_seen.Add(key);
        Count((ulong)key);
        return false;
    }

    // Counting is a service beside the work: a full temporary folder must not end a run of hours.
    private void Count(ulong key)
    {
        if (CountingProblem is not null) return;
        try
        {
            _counter.Add(key);
        }
        catch (IOException e)
        {
            CountingProblem = e.Message;
        }
    }
}
