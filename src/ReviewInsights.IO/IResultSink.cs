namespace ReviewInsights.IO;

/// <summary>
/// Where results go, one after the other. Not thread-safe. <see cref="ResultWriter"/> and <see cref="XlsxResultSink"/> write to a
/// stream, <see cref="SqliteResultSink"/> and <see cref="PostgresResultSink"/> to a database; implement this to write to anything
/// else.
/// </summary>
/// <remarks>
/// A sink that is disposed without <see cref="Complete"/> leaves what an interruption leaves: a file without its end, or a table
/// without the rows since the last <see cref="Flush"/>.
/// </remarks>
public interface IResultSink : IDisposable
{
    /// <summary>What could not be written as it was, so far.</summary>
    WriteLosses Losses { get; }

    /// <summary>Takes one result.</summary>
    /// <exception cref="IOException">The result cannot be written; the sink is of no further use.</exception>
    void Write(ReviewAnalysis analysis);

    /// <summary>Hands everything taken so far to the outside, as far as the format allows; a database commits.</summary>
    /// <exception cref="IOException">The results cannot be written; the sink is of no further use.</exception>
    void Flush();

    /// <summary>Says that nothing more comes: writes what stands at the end and flushes. Afterwards the sink can only be disposed.</summary>
    /// <exception cref="IOException">The results cannot be written; the sink is of no further use.</exception>
    void Complete();
}
