using ReviewInsights.Lexicons;

namespace ReviewInsights.Training.Opinions;

/// <summary>Puts another document model into a model; all else stays.</summary>
internal static class DocumentWeights
{
    /// <summary>The model with the document model's weights in place of its own. Grams that then mean nothing are left out.</summary>
    internal static ModelData Replace(ModelData model, DocumentModel documents)
    {
        var rows = new Dictionary<string, FileRows>(StringComparer.Ordinal);
        for (var i = 0; i < model.Grams.Length; i++)
            if (model.Rows[i] is { Own: >= 0 } or { Review: >= 0 } or { Domain: >= 0 }) rows.Add(model.Grams[i], model.Rows[i]);
        foreach (var gram in documents.Weights.Keys) rows.TryAdd(Grams.ToText(gram), new FileRows { Own = -1, Review = -1, Domain = -1 });
        string[] grams = [.. rows.Keys.Order(StringComparer.Ordinal)];
        return model with { Grams = grams, Rows = [.. grams.Select(g => rows[g])], DocumentWeights = [.. grams.Select(documents.WeightOf)] };
    }
}
