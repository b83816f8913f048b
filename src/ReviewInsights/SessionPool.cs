using System.Collections.Concurrent;

namespace ReviewInsights;

/// <summary>Sessions of one analyser or segmenter, kept for the next call: as many as were ever in use at the same time.</summary>
internal sealed class SessionPool<T>(Func<T> open)
{
    private readonly ConcurrentBag<T> _free = [];

    internal T Rent() => _free.TryTake(out var session) ? session : open();

    internal void Return(T session) => _free.Add(session);
}
