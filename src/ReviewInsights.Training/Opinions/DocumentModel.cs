using System.Runtime.InteropServices;
using ReviewInsights.Models;
using ReviewInsights.Text;
using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Opinions;

/// <summary>
/// Whether a review is positive, from its grams: log-count ratios times a linear model (Wang and Manning 2012: Baselines and
/// bigrams). The score of a stretch of text is the sum of the weights of its grams over the root of their number.
/// </summary>
internal sealed class DocumentModel
{
    private readonly Dictionary<ulong, float> _weights;

    private DocumentModel(Dictionary<ulong, float> weights) => _weights = weights;

    internal IReadOnlyDictionary<ulong, float> Weights => _weights;

    internal float WeightOf(string gram) => _weights.GetValueOrDefault(gram.Aggregate(0ul, (packed, c) => packed << 16 | c));

    /// <summary>Trains on folded documents.</summary>
    internal static DocumentModel Train(IReadOnlyList<string> documents, ReadOnlySpan<bool> isPositive, OpinionTrainingOptions options)
    {
        var counts = Count(documents, options.MinDocuments);
        var model = Fit(documents, isPositive, counts, options, [.. counts.Keys]);
        if (model._weights.Count <= options.DocumentGrams) return model;
        var kept = model._weights.OrderByDescending(w => Math.Abs(w.Value) * Math.Sqrt(counts[w.Key])).ThenBy(w => w.Key).Take(options.DocumentGrams).Select(w => w.Key);
        return Fit(documents, isPositive, counts, options, [.. kept.Order()]);
    }

    /// <summary>Score of the grams that begin in a stretch of a folded text.</summary>
    internal float ScoreOf(string folded, int from, int to)
    {
        float sum = 0;
        var count = 0;
        for (var i = from; i < to; i++)
        {
            ulong gram = 0;
            for (var j = i; j < folded.Length && j < i + GramMarks.MaxLength; j++)
            {
                gram = gram << 16 | folded[j];
                if (!_weights.TryGetValue(gram, out var weight)) continue;
                sum += weight;
                count++;
            }
        }
        return new DocumentSum(sum, count).Score;
    }

    private static Dictionary<ulong, int> Count(IReadOnlyList<string> documents, int minimum)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var document in documents)
            foreach (var gram in Grams.Collect(document, GramMarks.MaxLength).Distinct()) CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
        return counts.Where(c => c.Value >= minimum).ToDictionary();
    }

    private static DocumentModel Fit(
        IReadOnlyList<string> documents, ReadOnlySpan<bool> isPositive, Dictionary<ulong, int> counts, OpinionTrainingOptions options, ulong[] vocabulary)
    {
        Array.Sort(vocabulary);
        var numbers = new Dictionary<ulong, int>(vocabulary.Length);
        foreach (var gram in vocabulary) numbers.Add(gram, numbers.Count);
        double[] positive = new double[vocabulary.Length], negative = new double[vocabulary.Length];
        Array.Fill(positive, 1);
        Array.Fill(negative, 1);
        var bags = new List<(int, int)[]>(documents.Count);
        for (var d = 0; d < documents.Count; d++)
        {
            var bag = Grams.Collect(documents[d], GramMarks.MaxLength).Where(numbers.ContainsKey).GroupBy(g => numbers[g]).Select(g => (g.Key, g.Count())).OrderBy(g => g.Key).ToArray();
            foreach (var (feature, count) in bag) (isPositive[d] ? positive : negative)[feature] += count;
            bags.Add(bag);
        }
        double positives = positive.Sum(), negatives = negative.Sum();
        var ratios = new float[vocabulary.Length];
        for (var i = 0; i < ratios.Length; i++) ratios[i] = (float)Math.Log(positive[i] / positives / (negative[i] / negatives));
        var rows = new SparseRows();
        foreach (var bag in bags)
        {
            foreach (var (feature, count) in bag) rows.Add(feature, count * ratios[feature]);
            rows.EndRow();
        }
        var weights = SquaredHinge.Train(rows, [.. Enumerable.Range(0, documents.Count)], isPositive, options.DocumentCost, vocabulary.Length, options.DocumentPasses, options.Seed);
        var result = new Dictionary<ulong, float>(vocabulary.Length);
        for (var i = 0; i < vocabulary.Length; i++) result.Add(vocabulary[i], (float)(weights[i] * ratios[i]));
        return new DocumentModel(result);
    }
}
