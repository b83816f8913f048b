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

    internal Dictionary<string, (double Mean, double Deviation)> ToCurve() => _scores.ToDictionary(
        stage => stage.Key,
        stage => (stage.Value.Average(), Math.Sqrt(stage.Value.Average(score => score * score) - Math.Pow(stage.Value.Average(), 2))));
}
