using ReviewInsights.Lexicons;
using ReviewInsights.Training.Learning;

namespace ReviewInsights.Training.Opinions;

/// <summary>Turns trained weights into the form that is shipped: rows of signed bytes with one scale each.</summary>
internal static class ModelExport
{
    /// <summary>Grams, rows and dense weights of a model; what the second stage learns is added by the caller.</summary>
    internal static ModelData Build(
        ClauseCorpus corpus, DocumentModel documents, DomainModel? domains, FirstStage stage, LogisticHeads heads, OpinionTrainingOptions options)
    {
        var grams = new SortedDictionary<ulong, FileRows>();
        var (weights, scales) = (new List<sbyte>(), new List<float>());
        var (domainWeights, domainScales) = (new List<sbyte>(), new List<float>());
        foreach (var (gram, ofReview, feature) in stage.Table.Grams)
        {
            var rows = Of(gram);
            var row = AddRow(heads.WeightsOf(feature), FirstStage.IsOfDomain(gram) ? options.DomainGramWeight : 1, HeadLayout.Stride, weights, scales);
            if (row >= 0) grams[gram] = ofReview ? rows with { Review = row } : rows with { Own = row };
        }
        foreach (var (gram, domainRow) in (domains?.Weights ?? new Dictionary<ulong, float[]>()).OrderBy(g => g.Key))
        {
            var row = AddRow(domainRow, 1, ModelData.DomainStride, domainWeights, domainScales);
            if (row >= 0) grams[gram] = Of(gram) with { Domain = row };
        }
        foreach (var (gram, _) in documents.Weights) grams[gram] = Of(gram);
        return new ModelData
        {
            Name = options.Name,
            Aspects = [.. corpus.Lexicon.Info.Aspects],
            Stages = [.. corpus.Lexicon.Info.Stages],
            Domains = domains?.Domains ?? [],
            Grams = [.. grams.Keys.Select(Grams.ToText)],
            DocumentWeights = [.. grams.Keys.Select(g => documents.Weights.TryGetValue(g, out var weight) ? weight : 0)],
            Rows = [.. grams.Values],
            Weights = [.. weights],
            Scales = [.. scales],
            DomainWeights = [.. domainWeights],
            DomainScales = [.. domainScales],
            Dense = Dense(stage, heads),
        };

        FileRows Of(ulong gram) => grams.TryGetValue(gram, out var rows) ? rows : new FileRows { Own = -1, Review = -1, Domain = -1 };
    }

    private static float[] Dense(FirstStage stage, LogisticHeads heads)
    {
        var dense = new float[stage.Table.DenseCount * HeadLayout.Stride];
        for (var feature = 0; feature < stage.Table.DenseCount; feature++) heads.WeightsOf(feature).CopyTo(dense.AsSpan(feature * HeadLayout.Stride));
        return dense;
    }

    /// <summary>Index of the row, or -1 for one of zeros.</summary>
    private static int AddRow(ReadOnlySpan<float> row, float factor, int stride, List<sbyte> weights, List<float> scales)
    {
        var highest = 0f;
        foreach (var weight in row) highest = Math.Max(highest, Math.Abs(weight));
        if (highest == 0) return -1;
        var scale = WeightRow.ScaleFor(highest * factor);
        for (var i = 0; i < stride; i++) weights.Add(i < row.Length ? (sbyte)Math.Clamp(MathF.Round(row[i] * factor / scale), -sbyte.MaxValue, sbyte.MaxValue) : (sbyte)0);
        scales.Add(scale);
        return scales.Count - 1;
    }
}
