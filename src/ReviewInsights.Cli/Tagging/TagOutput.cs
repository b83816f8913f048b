using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>Where tagged reviews go. <see cref="Tag"/> is called from several threads at a time, everything else from one.</summary>
internal abstract class TagOutput : IDisposable
{
    /// <summary>What could not be written as it was, so far.</summary>
    public abstract WriteLosses Losses { get; }

    /// <summary>Analyses the rows of a chunk and lays the results into it.</summary>
    /// <param name="chunk">The rows.</param>
    /// <param name="answersRejections">Whether a row that cannot be read gets a line, too.</param>
    public abstract void Tag(Chunk chunk, bool answersRejections);

    /// <summary>Writes what a chunk holds, in the order of the input.</summary>
    public abstract void Write(Chunk chunk);

    /// <summary>Hands everything written so far to whoever waits for it.</summary>
    public abstract void Flush();

    /// <summary>Sees to it that everything written so far survives a power cut.</summary>
    /// <returns>Bytes written; 0 where bytes are not the measure.</returns>
    public abstract long FlushToDisk();

    /// <summary>Nothing more comes: the output is complete and gets its name.</summary>
    public abstract void Commit();

    /// <summary>Closes the output; not committed, it stays partial.</summary>
    public abstract void Dispose();
}
