namespace ReviewInsights.Benchmarks.Guard.Oracles;

/// <summary>The emotion curve the plain way: keep all scores by stage, average in the end.</summary>
internal sealed class ScoreLists
{
    private readonly Dictionary<string, List<double>> _scores = [];

    internal void Add(IEnumerable<(string Stage, double Score)> opinions)
    {
        foreach (var group in opinions.GroupBy(o => o.Stage))
        {
            if (!_scores.TryGetValue(group.Key, out var scores)) _scores.Add(group.Key, scores = []);
            scores.Add(group.Average(o => o.Score));
        }
    }

    /// <summary>Percentiles of resampled means: every review is drawn as often as chance will.</summary>
    internal Dictionary<string, (double Low, double High)> Bootstrap(int samples)
    {
        var random = new Random(1);
        return _scores.ToDictionary(stage => stage.Key, stage =>
        {
            var means = Enumerable.Range(0, samples).Select(_ => stage.Value.Average(_ => stage.Value[random.Next(stage.Value.Count)])).Order().ToArray();
            return (means[samples / 40], means[^(samples / 40)]);
        });
    }

    internal Dictionary<string, (double Mean, double Deviation)> ToCurve() => _scores.ToDictionary(
        stage => stage.Key,
        stage => (stage.Value.Average(), Math.Sqrt(stage.Value.Average(score => score * score) - Math.Pow(stage.Value.Average(), 2))));
}
