using System.Runtime.InteropServices;
using ReviewInsights.Text;

namespace ReviewInsights.Training.Opinions;

/// <summary>Features of the first stage by number: those that are no grams first, then grams of the clause, then grams of the whole review.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<(bool OfReview, ulong Gram), int> _grams = [];

    private FeatureTable(int denseCount) => DenseCount = denseCount;

    internal int DenseCount { get; }

    internal int Count => DenseCount + _grams.Count;

    /// <summary>The grams in the order of their numbers.</summary>
    internal IEnumerable<(ulong Gram, bool OfReview, int Feature)> Grams => _grams.Select(g => (g.Key.Gram, g.Key.OfReview, g.Value)).OrderBy(g => g.Value);

    internal bool TryGet(bool ofReview, ulong gram, out int feature) => _grams.TryGetValue((ofReview, gram), out feature);

    /// <summary>All grams that occur in enough clauses or reviews, in a fixed order.</summary>
    internal static FeatureTable Of(IEnumerable<(ulong Gram, int Count)[]> clauseGrams, IEnumerable<(ulong Gram, int Count)[]> reviewGrams, int denseCount, OpinionTrainingOptions options)
    {
        var table = new FeatureTable(denseCount);
        table.AddFrequent(false, clauseGrams, options.MinClauses);
        table.AddFrequent(true, reviewGrams, options.MinReviews);
        return table;
    }

    /// <summary>The table with the dense features and those kept, and for each old number the new one or -1.</summary>
    internal (FeatureTable Table, int[] NewNumbers) Select(HashSet<int> kept)
    {
        var table = new FeatureTable(DenseCount);
        var numbers = new int[Count];
        Array.Fill(numbers, -1);
        for (var i = 0; i < DenseCount; i++) numbers[i] = i;
        foreach (var (key, old) in _grams.OrderBy(g => g.Value))
        {
            if (!kept.Contains(old)) continue;
            numbers[old] = table.Count;
            table._grams.Add(key, numbers[old]);
        }
        return (table, numbers);
    }

    private void AddFrequent(bool ofReview, IEnumerable<(ulong Gram, int Count)[]> bags, int minimum)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var bag in bags)
            foreach (var (gram, _) in bag) CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
        foreach (var (gram, _) in counts.Where(c => c.Value >= minimum).OrderBy(c => c.Key)) _grams.Add((ofReview, gram), Count);
    }
}
