namespace ReviewInsights.Benchmarks.Generation;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014). Our own, because <see cref="Random"/> may change with the framework and a dump must not.
/// </summary>
internal struct SplitMix
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    private SplitMix(ulong state) => _state = state;

    /// <summary>
    /// The numbers of one row. Each row has its own, so that a row depends on nothing before it and a small dump is the beginning of
    /// a large one.
    /// </summary>
    internal static SplitMix OfRow(ulong seed, long row) => new(Mix(Mix(seed + Step) + (ulong)row));

    /// <summary>A number from 0 to below <paramref name="bound"/>; the bias is below bound ÷ 2³².</summary>
    internal int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <summary>One of several, each equally likely.</summary>
    internal T Pick<T>(T[] choices) => choices[Below(choices.Length)];

    private ulong Next() => Mix(_state += Step);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
