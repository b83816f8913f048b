namespace ReviewInsights;

/// <summary>
/// Holds the analyser in use and swaps it for one with another lexicon while others go on working: a call in flight ends with
/// the analyser it began with, so no result mixes two lexicons. Safe for any number of threads. Take <see cref="Current"/>
/// once per piece of work.
/// </summary>
/// <param name="first">The analyser to begin with.</param>
public sealed class ReloadableAnalyzer(ReviewAnalyzer first)
{
    private ReviewAnalyzer _current = first ?? throw new ArgumentNullException(nameof(first));

    /// <summary>The analyser in use. Costs one read of memory.</summary>
    public ReviewAnalyzer Current => Volatile.Read(ref _current);

    /// <summary>Puts an analyser with another lexicon and the same options in use, atomically.</summary>
    /// <param name="lexicon">The new lexicon.</param>
    /// <returns>The analyser that was in use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lexicon"/> is null.</exception>
    /// <exception cref="ArgumentException">The options name an aspect that the new lexicon does not have; the analyser in use stays.</exception>
    public ReviewAnalyzer Swap(Lexicon lexicon) => Interlocked.Exchange(ref _current, ReviewAnalyzer.Create(lexicon, Current.Options));
}
