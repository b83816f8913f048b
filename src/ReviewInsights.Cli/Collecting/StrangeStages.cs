using System.Collections.Immutable;

namespace ReviewInsights.Cli.Collecting;

/// <summary>Opinions left out because their stage, given by the input, is none of the journey's.</summary>
internal sealed class StrangeStages
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>How many opinions of which stage, in ordinal order.</summary>
    public ImmutableArray<(string Stage, long Opinions)> Counts => [.. _counts.Select(entry => (entry.Key, entry.Value))];

    /// <exception cref="OverflowException">There are more than a number can be, which no reviews have.</exception>
    public void Add(string stage, long opinions = 1) => _counts[stage] = checked(_counts.GetValueOrDefault(stage) + opinions);

    public void Merge(StrangeStages other)
    {
        foreach (var (stage, count) in other._counts) Add(stage, count);
    }

    public void Report(Terminal terminal)
    {
        foreach (var (stage, count) in _counts)
        {
            terminal.Log(LogLevel.Warning, terminal.Say(
                $"{count} opinions left out: their stage '{stage}' is none of the journey's",
                $"略过 {count} 条观点：阶段“{stage}”不在客户旅程之内"));
        }
    }
}
