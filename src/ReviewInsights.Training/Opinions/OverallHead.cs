using ReviewInsights.Lexicons;
using ReviewInsights.Models;

namespace ReviewInsights.Training.Opinions;

/// <summary>
/// Learns a review's overall polarity from what the finished model says about labelled texts. The document model must not have
/// seen them, so a second one is trained without them and stands in.
/// </summary>
internal static class OverallHead
{
    /// <summary>Every fifth text is kept from the second document model.</summary>
    private const int Share = 5;

    internal static float[] Train(Lexicon lexicon, ModelData model, IReadOnlyList<(LabelledText Text, string Folded)> documents, OpinionTrainingOptions options)
    {
        var kept = documents.Where(d => TextBucket.Of(d.Text.Text, Share) == 0).ToList();
        var seen = documents.Where(d => TextBucket.Of(d.Text.Text, Share) != 0).ToList();
        if (kept.Count == 0 || seen.Count == 0) throw new ArgumentException("Too few labelled texts.", nameof(documents));
        var standIn = DocumentModel.Train([.. seen.Select(d => d.Folded)], [.. seen.Select(d => d.Text.IsPositive)], options);
        using var session = ReviewAnalyzer.Create(WithDocuments(lexicon, model, standIn)).OpenSession();
        var samples = new List<(float[] Features, double IsPositive)>();
        foreach (var (text, _) in kept)
        {
            session.Analyze(text.Text);
            var features = new float[OverallFeatures.Count];
            session.WriteOverallFeatures(features);
            samples.Add((features, text.IsPositive ? 1 : 0));
        }
        return SecondStage.Fit(samples, s => s.Features, s => s.IsPositive, cost: 10);
    }

    private static Lexicon WithDocuments(Lexicon lexicon, ModelData model, DocumentModel documents)
    {
        // Most grams of the stand-in stand in the model already; the others have no rows.
        var rows = model.Grams.Zip(model.Rows).ToDictionary(g => g.First, g => g.Second, StringComparer.Ordinal);
        foreach (var gram in documents.Weights.Keys) rows.TryAdd(Grams.ToText(gram), new FileRows { Own = -1, Review = -1, Domain = -1 });
        string[] grams = [.. rows.Keys.Order(StringComparer.Ordinal)];
        var changed = model with
        {
            Grams = grams,
            Rows = [.. grams.Select(g => rows[g])],
            DocumentWeights = [.. grams.Select(g => documents.WeightOf(g))],
            Overall = new float[OverallFeatures.Count],
        };
        using var file = new MemoryStream();
        changed.Save(file);
        file.Position = 0;
        return lexicon.ToBuilder().AddModel(file, "stand-in").Build();
    }
}
