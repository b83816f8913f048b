namespace ReviewInsights.Keywords;

/// <summary>Which words stand near which, and the weights they give each other.</summary>
internal sealed class WordGraph
{
    private const int Window = 5;
    private const double Damping = 0.85;
    private const double Tolerance = 1e-6;
    private const int MostRounds = 100;

    private readonly Dictionary<(int, int), int> _together = [];

    /// <summary>Counts the pairs of one text.</summary>
    /// <param name="tokens">Per token the number of the word, or a negative number for a token that is no candidate.</param>
    internal void Add(List<int> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var j = i + 1; tokens[i] >= 0 && j < tokens.Count && j < i + Window; j++)
            {
                if (tokens[j] < 0 || tokens[j] == tokens[i]) continue;
                var pair = (Math.Min(tokens[i], tokens[j]), Math.Max(tokens[i], tokens[j]));
                _together[pair] = _together.GetValueOrDefault(pair) + 1;
            }
        }
    }

    /// <summary>The weight of each word: 1 − d plus d times what its neighbours pass on, each in proportion to its ties.</summary>
    internal double[] Rank(int words)
    {
        // Summed in one order, so that the result does not depend on that of a hash table.
        var ties = _together.OrderBy(t => t.Key).Select(t => (First: t.Key.Item1, Second: t.Key.Item2, Count: t.Value)).ToArray();
        var strength = new double[words];
        foreach (var (first, second, times) in ties)
        {
            strength[first] += times;
            strength[second] += times;
        }
        var weights = new double[words];
        Array.Fill(weights, 1);
        for (var round = 0; round < MostRounds; round++)
        {
            var next = new double[words];
            Array.Fill(next, 1 - Damping);
            foreach (var (first, second, times) in ties)
            {
                next[first] += Damping * weights[second] * times / strength[second];
                next[second] += Damping * weights[first] * times / strength[first];
            }
            var moved = 0.0;
            for (var i = 0; i < words; i++) moved = Math.Max(moved, Math.Abs(next[i] - weights[i]));
            weights = next;
            if (moved < Tolerance) break;
        }
        return weights;
    }
}
