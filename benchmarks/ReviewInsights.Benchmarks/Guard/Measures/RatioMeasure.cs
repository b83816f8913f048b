namespace ReviewInsights.Benchmarks.Guard.Measures;

/// <summary>
/// How many times faster than a naive oracle: both do the same work in the same process, taking many short turns, so that a slow or
/// busy machine slows both. Processor time is taken, which does not run on while another program has the core.
/// </summary>
/// <param name="name">Key in the baseline.</param>
/// <param name="description">What is compared.</param>
/// <param name="ours">One pass over the work.</param>
/// <param name="oracle">The same work by the oracle.</param>
internal sealed class RatioMeasure(string name, string description, Action ours, Action oracle) : IMeasure
{
    private const int Rounds = 15;

    // The compiler needs some passes to get to its best code, and the clock a stretch that is long beside its ticks.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.08);

    private bool _isWarm;

    public string Name => name;

    public string Description => description;

    public double? Ceiling => null;

    /// <summary>The median of the rounds' ratios: a disturbance spoils the round it falls into and no other.</summary>
    public double Take()
    {
        if (!_isWarm)
        {
            SecondsAPass(ours, WarmUp);
            SecondsAPass(oracle, WarmUp);
            _isWarm = true;
        }
        var ratios = new double[Rounds];
        for (var round = 0; round < Rounds; round++) ratios[round] = SecondsAPass(oracle, Turn) / SecondsAPass(ours, Turn);
        Array.Sort(ratios);
        return ratios[Rounds / 2];
    }

    private static double SecondsAPass(Action pass, TimeSpan atLeast)
    {
        var passes = 0;
        var start = Environment.CpuUsage.TotalTime;
        TimeSpan spent;
        do
        {
            pass();
            passes++;
            spent = Environment.CpuUsage.TotalTime - start;
        }
        while (spent < atLeast);
        return spent.TotalSeconds / passes;
    }
}
