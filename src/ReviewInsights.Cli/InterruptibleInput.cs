namespace ReviewInsights.Cli;

/// <summary>
/// Standard input that a request to stop gets through to. The system's own read of a pipe or keyboard returns only when
/// something arrives, so it waits on a thread of its own, which the end of the process takes along.
/// </summary>
internal sealed class InterruptibleInput(Stream input, CancellationToken cancellation) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="OperationCanceledException">The user asked to stop.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var reading = Task.Factory.StartNew(
            () => input.Read(buffer, offset, count), CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
        reading.WaitAsync(cancellation).GetAwaiter().GetResult();
        return reading.Result;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
