using ReviewInsights.Lexicons;
using ReviewInsights.Models;
using ReviewInsights.Text;
using ReviewInsights.Training.Learning;
using ReviewInsights.Training.Opinions;

namespace ReviewInsights.Training;

/// <summary>Trains the model that decides which opinions a review voices. Stateless.</summary>
public static class OpinionTrainer
{
    /// <summary>
    /// Trains a model: a document model and domain heads on labelled texts, clause heads on annotated reviews, a second stage,
    /// stages and confidence on scores of folds that did not see the review, the overall polarity on texts that the document
    /// model did not see. Costs about a minute for 10,000 reviews and 50,000 texts on two cores. The same data, options and
    /// processor give the same bytes.
    /// </summary>
    /// <param name="lexicon">Gives words, rules and aspects; a model it may hold is not used.</param>
    /// <param name="reviews">Annotated reviews.</param>
    /// <param name="texts">Texts with a label; those that are annotated too are left out, or the heads would trust the document model too much.</param>
    /// <param name="options">How to train.</param>
    /// <param name="log">Takes a line for each step done, or null.</param>
    /// <exception cref="ArgumentException">There is nothing to learn from, or the lexicon has too many aspects.</exception>
    public static TrainedModel Train(
        Lexicon lexicon, IReadOnlyList<GoldReview> reviews, IReadOnlyList<LabelledText> texts, OpinionTrainingOptions options, Action<string>? log = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        if (reviews.Count == 0) throw new ArgumentException("No annotated reviews.", nameof(reviews));
        if (texts.Count == 0) throw new ArgumentException("No labelled texts.", nameof(texts));

        var corpus = new ClauseCorpus(lexicon);
        foreach (var review in reviews) corpus.Add(review);
        log?.Invoke($"{corpus.Reviews.Count} annotated reviews, {corpus.Clauses.Count} clauses");
        var annotated = reviews.Select(r => r.Text).ToHashSet(StringComparer.Ordinal);
        var documents = texts.Where(t => !annotated.Contains(t.Text)).Select(t => (Text: t, Folded: corpus.Fold(t.Text))).ToList();
        var documentModel = Document(documents, options);
        log?.Invoke($"document model: {documentModel.Weights.Count} grams from {documents.Count} texts");
        var domains = options.UseDomains ? Domains(documents, corpus, options) : null;
        var stage = new FirstStage(corpus, documentModel, domains, options);
        var all = Enumerable.Range(0, corpus.Clauses.Count).ToArray();
        stage.Select(all);
        log?.Invoke($"clause heads: {stage.Table.Count} features");
        int[] foldOf = [.. corpus.Reviews.Select(r => TextBucket.Of(r.Text, options.Folds))];
        var (heads, logits) = TrainHeads(corpus, stage, foldOf, options);
        log?.Invoke("clause heads trained, with and without each fold");
        var second = new SecondStage(corpus, stage, logits, foldOf, options);
        log?.Invoke($"second stage: threshold {second.Threshold:0.00}, out-of-fold F1 of (aspect, polarity) {OutOfFoldF1(corpus, second):0.0000}, of (stage, polarity) {second.StageF1():0.0000}");
        var model = ModelExport.Build(corpus, documentModel, domains, stage, heads, options);
        (model.Second, model.CellThreshold) = (second.Weights, second.Threshold);
        (model.StageWeights, model.StageBias) = (second.StageWeights, second.StageBias);
        (model.Confidence, model.SuggestionThreshold) = (second.Confidence, second.SuggestionThreshold);
        model.Overall = OverallHead.Train(lexicon, model, documents, options, log);
        return new TrainedModel(model);
    }

    private static DocumentModel Document(IReadOnlyList<(LabelledText Text, string Folded)> documents, OpinionTrainingOptions options) =>
        DocumentModel.Train([.. documents.Select(d => d.Folded)], [.. documents.Select(d => d.Text.IsPositive)], options);

    /// <summary>Domains are the categories of the texts, and those of annotated reviews that no text has.</summary>
    private static DomainModel? Domains(IReadOnlyList<(LabelledText Text, string Folded)> documents, ClauseCorpus corpus, OpinionTrainingOptions options)
    {
        var known = documents.Select(d => d.Text.Category).ToHashSet(StringComparer.Ordinal);
        var samples = documents.Select(d => (d.Folded, d.Text.Category)).ToList();
        for (var r = 0; r < corpus.Reviews.Count; r++)
            if (!known.Contains(corpus.Reviews[r].Category)) samples.Add((corpus.Folded[r], corpus.Reviews[r].Category));
        // There is room for so many: the most frequent ones are told apart.
        var frequent = samples.Where(s => s.Category.Length > 0).GroupBy(s => s.Category, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(GramMarks.MaxDomains).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        samples.RemoveAll(s => !frequent.Contains(s.Category));
        return samples.Count == 0 ? null : DomainModel.Train(samples, options);
    }

    private static (LogisticHeads Heads, float[] OutOfFold) TrainHeads(ClauseCorpus corpus, FirstStage stage, int[] foldOf, OpinionTrainingOptions options)
    {
        var logits = new float[corpus.Clauses.Count * HeadLayout.Stride];
        var heads = new LogisticHeads[1];
        Parallel.For(0, options.Folds + 1, fold =>
        {
            var clauses = Enumerable.Range(0, corpus.Clauses.Count);
            if (fold == options.Folds)
            {
                heads[0] = stage.Train([.. clauses]);
                return;
            }
            var trained = stage.Train([.. clauses.Where(c => foldOf[corpus.Clauses[c].Review] != fold)]);
            foreach (var clause in clauses.Where(c => foldOf[corpus.Clauses[c].Review] == fold))
                stage.Score(trained, clause, logits.AsSpan(clause * HeadLayout.Stride, HeadLayout.Stride));
        });
        return (heads[0], logits);
    }

    private static double OutOfFoldF1(ClauseCorpus corpus, SecondStage second)
    {
        int right = 0, gold = 0, reported = 0;
        for (var r = 0; r < corpus.Reviews.Count; r++)
        {
            if (!corpus.Reviews[r].IsComplete) continue;
            ulong expected = corpus.CellsOf(corpus.Reviews[r]), found = second.ReportedCells(r);
            right += System.Numerics.BitOperations.PopCount(expected & found);
            gold += System.Numerics.BitOperations.PopCount(expected);
            reported += System.Numerics.BitOperations.PopCount(found);
        }
        return 2.0 * right / (gold + reported);
    }
}
