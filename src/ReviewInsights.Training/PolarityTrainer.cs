using ReviewInsights.Models;
using ReviewInsights.Training.Opinions;

namespace ReviewInsights.Training;

/// <summary>Trains anew what a model knows about the polarity of whole reviews. Stateless.</summary>
public static class PolarityTrainer
{
    /// <summary>
    /// Trains the document model on labelled texts and, on scores of a second one that had not seen every fifth text, the weights of
    /// the overall polarity. Clause heads, second stage and domains of the lexicon's model stay as they are; they read the new
    /// document scores, which are made by the same recipe. Costs about half a minute for 50,000 texts. The same data, options and
    /// processor give the same bytes.
    /// </summary>
    /// <param name="lexicon">Gives words and rules, and the model to start from.</param>
    /// <param name="texts">Texts with a label.</param>
    /// <param name="options">How to train.</param>
    /// <param name="log">Takes a line for each step done, or null.</param>
    /// <exception cref="ArgumentException">The lexicon has no model that fits its aspects and stages, or there are too few texts: both labels are needed.</exception>
    public static TrainedModel Train(Lexicon lexicon, IReadOnlyList<LabelledText> texts, PolarityTrainingOptions options, Action<string>? log = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        var start = ModelUnpacker.Unpack(lexicon) ?? throw new ArgumentException("The lexicon has no model that fits its aspects and stages.", nameof(lexicon));
        if (texts.Count == 0 || texts.All(t => t.IsPositive) || texts.All(t => !t.IsPositive)) throw new ArgumentException("Texts of both labels are needed.", nameof(texts));
        var settings = new OpinionTrainingOptions { Name = options.Name ?? start.Name, Seed = options.Seed, DocumentGrams = options.DocumentGrams };
        var folding = lexicon.ReadFolding();
        var documents = texts.Select(t => (Text: t, Folded: Grams.Fold(folding, t.Text))).ToList();
        var documentModel = DocumentModel.Train([.. documents.Select(d => d.Folded)], [.. texts.Select(t => t.IsPositive)], settings);
        log?.Invoke($"document model: {documentModel.Weights.Count} grams from {documents.Count} texts");
        var model = DocumentWeights.Replace(start, documentModel) with { Name = settings.Name, Overall = new float[OverallFeatures.Count] };
        model.Overall = OverallHead.Train(lexicon, model, documents, settings, log);
        return new TrainedModel(model);
    }
}
