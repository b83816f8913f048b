using System.Collections.Concurrent;

namespace ReviewInsights;

/// <summary>Sessions of one analyser, kept for the next call: as many as were ever in use at the same time.</summary>
internal sealed class SessionPool(Func<AnalysisSession> open)
{
    private readonly ConcurrentBag<AnalysisSession> _free = [];

    internal AnalysisSession Rent() => _free.TryTake(out var session) ? session : open();

    internal void Return(AnalysisSession session) => _free.Add(session);
}
