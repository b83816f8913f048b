using System.Runtime.InteropServices;
using ReviewInsights.Models;
using ReviewInsights.Text;
using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Opinions;

/// <summary>What kind of goods a review is about, from its grams: one logistic head a domain.</summary>
internal sealed class DomainModel
{
    private const float MaxBalance = 20;

    private readonly Dictionary<ulong, float[]> _weights;

    private DomainModel(string[] domains, Dictionary<ulong, float[]> weights) => (Domains, _weights) = (domains, weights);

    internal string[] Domains { get; }

    internal IReadOnlyDictionary<ulong, float[]> Weights => _weights;

    internal static DomainModel Train(IReadOnlyList<(string Folded, string Domain)> documents, OpinionTrainingOptions options)
    {
        string[] domains = [.. documents.Select(d => d.Domain).Distinct().Order(StringComparer.Ordinal)];
        var counts = new Dictionary<ulong, int>();
        var bags = documents.Select(d => Grams.Collect(d.Folded, GramMarks.MaxReviewLength)).ToList();
        foreach (var bag in bags)
            foreach (var gram in bag.Distinct()) CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
        var model = Fit(domains, documents, bags, counts, [.. counts.Where(c => c.Value >= options.MinDocuments).Select(c => c.Key)], options);
        var kept = model._weights.OrderByDescending(w => w.Value.Sum(x => x * x) * counts[w.Key]).ThenBy(w => w.Key).Take(options.DomainGrams).Select(w => w.Key);
        return Fit(domains, documents, bags, counts, [.. kept], options);
    }

    /// <summary>The domain that a folded review is certainly about, or -1.</summary>
    internal int CertainDomainOf(string folded)
    {
        Span<float> sums = stackalloc float[GramMarks.MaxDomains];
        var count = 0;
        foreach (var gram in Grams.Collect(folded, GramMarks.MaxReviewLength))
        {
            if (!_weights.TryGetValue(gram, out var weights)) continue;
            count++;
            for (var d = 0; d < weights.Length; d++) sums[d] += weights[d];
        }
        return GramScorer.DomainOf(Domains.Length, count, sums);
    }

    private static DomainModel Fit(
        string[] domains, IReadOnlyList<(string Folded, string Domain)> documents, List<List<ulong>> bags, Dictionary<ulong, int> counts, ulong[] vocabulary, OpinionTrainingOptions options)
    {
        Array.Sort(vocabulary);
        var numbers = new Dictionary<ulong, int>();
        foreach (var gram in vocabulary) numbers.Add(gram, numbers.Count);
        var rows = new SparseRows();
        var sizes = documents.CountBy(d => d.Domain).ToDictionary(StringComparer.Ordinal);
        var labels = new float[documents.Count * domains.Length];
        for (var i = 0; i < documents.Count; i++)
        {
            var known = bags[i].Where(numbers.ContainsKey).Select(g => numbers[g]).Order().ToArray();
            foreach (var feature in known.GroupBy(f => f)) rows.Add(feature.Key, feature.Count() * GramScorer.ReviewFactor(known.Length));
            rows.EndRow();
            labels[i * domains.Length + Array.IndexOf(domains, documents[i].Domain)] = 1;
        }
        var costs = new float[labels.Length];
        for (var i = 0; i < documents.Count; i++) costs.AsSpan(i * domains.Length, domains.Length).Fill(options.DomainCost * Balance(documents.Count, domains.Length, sizes[documents[i].Domain]));
        var heads = LogisticHeads.Train(rows, [.. Enumerable.Range(0, documents.Count)], labels, costs, domains.Length, vocabulary.Length, options.HeadPasses, options.Seed);
        return new DomainModel(domains, vocabulary.ToDictionary(g => g, g => heads.WeightsOf(numbers[g]).ToArray()));
    }

    /// <summary>
    /// What a document counts so that all domains weigh the same (King and Zeng 2001: Logistic regression in rare events data):
    /// short reviews of a rare domain are else never certain. Bounded, or a handful would claim what they share with thousands.
    /// </summary>
    private static float Balance(int documents, int domains, int ofDomain) => Math.Min((float)documents / domains / ofDomain, MaxBalance);
}
