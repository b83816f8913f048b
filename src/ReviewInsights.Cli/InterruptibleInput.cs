using ReviewInsights.IO.Decoding;

namespace ReviewInsights.Cli;

/// <summary>
/// Standard input that a request to stop gets through to. The system's own read of a pipe or keyboard returns only when
/// something arrives, so it waits on a thread of its own, which the end of the process takes along.
/// </summary>
internal sealed class InterruptibleInput(Stream input, CancellationToken cancellation) : ReadOnlyStream
{
    // The thread may still write into it when the caller has given up, so it is not the caller's.
    private byte[] _bytes = [];

    /// <exception cref="OperationCanceledException">The user asked to stop.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_bytes.Length < buffer.Length) _bytes = new byte[buffer.Length];
        var (bytes, count) = (_bytes, buffer.Length);
        var reading = Task.Factory.StartNew(
            () => input.Read(bytes, 0, count), CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        reading.WaitAsync(cancellation).GetAwaiter().GetResult();
        bytes.AsSpan(0, reading.Result).CopyTo(buffer);
        return reading.Result;
    }
}
