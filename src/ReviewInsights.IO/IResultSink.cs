namespace ReviewInsights.IO;

/// <summary>
/// Where results go, one after the other. Not thread-safe. <see cref="ResultWriter"/> writes to a stream; implement this to
/// write to anything else.
/// </summary>
public interface IResultSink : IDisposable
{
    /// <summary>Takes one result.</summary>
    void Write(ReviewAnalysis analysis);

    /// <summary>Hands everything taken so far to the outside.</summary>
    void Flush();
}
