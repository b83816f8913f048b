using System.Globalization;
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

    internal static float[] Train(Lexicon lexicon, ModelData model, IReadOnlyList<(LabelledText Text, string Folded)> documents, OpinionTrainingOptions options, Action<string>? log = null)
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
        var weights = SecondStage.Fit(samples, s => s.Features, s => s.IsPositive, cost: 10);
        var right = samples.Count(s => WeightRows.Dot(weights, s.Features) > 0 == s.IsPositive > 0);
        log?.Invoke(string.Create(CultureInfo.InvariantCulture, $"overall polarity: accuracy {(double)right / samples.Count:0.0000} on {samples.Count} texts that the document model had not seen"));
        return weights;
    }

    private static Lexicon WithDocuments(Lexicon lexicon, ModelData model, DocumentModel documents)
    {
        var changed = DocumentWeights.Replace(model, documents) with { Overall = new float[OverallFeatures.Count] };
        using var file = new MemoryStream();
        changed.Save(file);
        file.Position = 0;
        return lexicon.ToBuilder().AddModel(file, "stand-in").Build();
    }
}
