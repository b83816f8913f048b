using System.Numerics.Tensors;
using ReviewInsights.Lexicons;
using ReviewInsights.Models;
using ReviewInsights.Text;
using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Opinions;

/// <summary>
/// The clause heads: aspects, stages, polarities, (aspect, polarity) cells and the suggestion, all logistic and linear over one
/// set of features, so that one look-up of a gram feeds every head.
/// </summary>
internal sealed class FirstStage
{
    private readonly ClauseCorpus _corpus;
    private readonly OpinionTrainingOptions _options;
    private readonly float[] _labels;
    private readonly float[] _costs;
    private SparseRows _rows = new();

    internal FirstStage(ClauseCorpus corpus, DocumentModel documents, DomainModel? domains, OpinionTrainingOptions options)
    {
        _corpus = corpus;
        _options = options;
        ClauseDocuments = [.. corpus.Clauses.Select(c => documents.ScoreOf(corpus.Folded[c.Review], c.Span.Start + 1, c.Span.End + 1))];
        ReviewDocuments = [.. corpus.Folded.Select(f => documents.ScoreOf(f, 0, f.Length))];
        ReviewDomains = [.. corpus.Folded.Select(f => domains?.CertainDomainOf(f) ?? -1)];
        var labels = new ClauseLabels(corpus, options);
        (_labels, _costs) = (labels.Labels, labels.Costs);
        Table = Build();
    }

    internal float[] ClauseDocuments { get; }

    internal float[] ReviewDocuments { get; }

    /// <summary>The domain that each review is certainly about, or -1.</summary>
    internal int[] ReviewDomains { get; }

    internal FeatureTable Table { get; private set; }

    internal LogisticHeads Train(ReadOnlySpan<int> clauses) =>
        LogisticHeads.Train(_rows, clauses, _labels, _costs, _corpus.Heads.Count, Table.Count, _options.HeadPasses, _options.Seed);

    /// <summary>Log-odds of a clause under every head.</summary>
    internal void Score(LogisticHeads heads, int clause, Span<float> logits) => heads.Score(_rows.FeaturesOf(clause), _rows.ValuesOf(clause), logits[..heads.HeadCount]);

    /// <summary>Keeps the gram features that move scores most (‖w‖ √n).</summary>
    internal void Select(ReadOnlySpan<int> clauses)
    {
        var heads = Train(clauses);
        var squares = new double[Table.Count];
        foreach (var clause in clauses)
        {
            var features = _rows.FeaturesOf(clause);
            var values = _rows.ValuesOf(clause);
            for (var i = 0; i < features.Length; i++) squares[features[i]] += values[i] * values[i];
        }
        double Importance(int feature) => Math.Sqrt(TensorPrimitives.SumOfSquares<float>(heads.WeightsOf(feature)) * squares[feature]);
        var kept = Enumerable.Range(Table.DenseCount, Table.Count - Table.DenseCount)
            .Select(f => (Feature: f, Importance: Importance(f))).OrderByDescending(f => f.Importance).ThenBy(f => f.Feature)
            .Take(_options.HeadGrams).Select(f => f.Feature).ToHashSet();
        (Table, var numbers) = Table.Select(kept);
        _rows = _rows.Select(numbers);
    }

    private FeatureTable Build()
    {
        var clauseGrams = new List<(ulong Gram, int Count)[]>(_corpus.Clauses.Count);
        var reviewGrams = new List<(ulong Gram, int Count)[]>(_corpus.Reviews.Count);
        for (var r = 0; r < _corpus.Reviews.Count; r++)
        {
            var domain = ReviewDomains[r];
            var ofReview = new List<ulong>();
            for (var c = _corpus.FirstClause[r]; c < _corpus.FirstClause[r + 1]; c++)
            {
                var folded = _corpus.Clauses[c].Folded;
                var grams = Grams.Collect(folded, GramMarks.MaxLength);
                grams.RemoveAll(g => g is GramMarks.Start or GramMarks.End);
                ofReview.AddRange(grams.Where(g => Grams.LengthOf(g) <= GramMarks.MaxReviewLength));
                if (domain >= 0) grams.AddRange(Grams.Collect(folded, GramMarks.MaxReviewLength).Where(g => g != GramMarks.End).Select(g => DomainGram(domain, g)));
                clauseGrams.Add(Count(grams));
            }
            reviewGrams.Add(_options.UseReviewGrams ? Count(ofReview) : []);
        }
        var table = FeatureTable.Of(clauseGrams, reviewGrams, GramScorer.FirstCue + new ClauseCues(_corpus.Heads).Count, _options);
        for (var r = 0; r < _corpus.Reviews.Count; r++)
        {
            int first = _corpus.FirstClause[r], end = _corpus.FirstClause[r + 1];
            for (var c = first; c < end; c++)
            {
                AddDense(c, first, end);
                foreach (var (gram, count) in clauseGrams[c])
                    if (table.TryGet(false, gram, out var feature)) _rows.Add(feature, IsOfDomain(gram) ? _options.DomainGramWeight * count : count);
                foreach (var (gram, count) in reviewGrams[r])
                    if (table.TryGet(true, gram, out var feature)) _rows.Add(feature, GramScorer.ReviewFactor(_corpus.Reviews[r].Text.Length) * count);
                _rows.EndRow();
            }
        }
        return table;
    }

    private static (ulong Gram, int Count)[] Count(List<ulong> grams) => [.. grams.GroupBy(g => g).Select(g => (g.Key, g.Count()))];

    private void AddDense(int clause, int first, int end)
    {
        _rows.Add(0, 1);
        if (_options.UseDocument)
        {
            _rows.Add(1, ClauseDocuments[clause]);
            _rows.Add(2, GramScorer.Cube(ClauseDocuments[clause]));
            _rows.Add(3, ReviewDocuments[_corpus.Clauses[clause].Review]);
            if (clause > first) _rows.Add(4, ClauseDocuments[clause - 1]);
            if (clause + 1 < end) _rows.Add(5, ClauseDocuments[clause + 1]);
        }
        if (!_options.UseRules) return;
        // Cues that speak twice in one clause (two opinions of one stage) count twice, in training as in use.
        foreach (var (cue, value) in _corpus.Clauses[clause].Cues) _rows.Add(GramScorer.FirstCue + cue, value);
    }

    private static ulong DomainGram(int domain, ulong gram) => (ulong)(GramMarks.FirstDomain + domain) << (16 * Grams.LengthOf(gram)) | gram;

    internal static bool IsOfDomain(ulong gram) => Grams.ToText(gram)[0] is >= GramMarks.FirstDomain and < (char)(GramMarks.FirstDomain + GramMarks.MaxDomains);
}
