using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Training.Opinions;

/// <summary>Turns the packed model of a lexicon back into the form of a file: the inverse of <see cref="ModelPacker"/>, but for what packing rounds.</summary>
internal static class ModelUnpacker
{
    /// <summary>The lexicon's model, or null where it has none that fits its aspects and stages.</summary>
    internal static ModelData? Unpack(Lexicon lexicon)
    {
        if (lexicon.Model is not { } parameters) return null;
        var weights = new RowReader(lexicon.GramWeights.ToArray());
        var (documentWeights, rows) = (new List<float>(), new List<FileRows>());
        var grams = GramsOf(lexicon).OrderBy(g => g.Gram, StringComparer.Ordinal).ToList();
        foreach (var (_, node) in grams)
        {
            documentWeights.Add(node.LogProbability);
            rows.Add(weights.Read(new GramRows(node.Payload)));
        }
        return parameters with
        {
            Grams = [.. grams.Select(g => g.Gram)],
            DocumentWeights = [.. documentWeights],
            Rows = [.. rows],
            Weights = [.. weights.Weights],
            Scales = [.. weights.Scales],
            DomainWeights = [.. weights.DomainWeights],
            DomainScales = [.. weights.DomainScales],
        };
    }

    /// <summary>Every gram with its cell. A cell without weight and rows only leads to others.</summary>
    private static List<(string Gram, TrieNode Node)> GramsOf(Lexicon lexicon)
    {
        var nodes = lexicon.GramTrie.Nodes.ToArray();
        var keys = new TrieKeys(lexicon.GramTrie);
        var characters = CharactersByCode(lexicon);
        var grams = new List<(string, TrieNode)>();
        for (var cell = 0; cell < nodes.Length; cell++)
            if (keys.IsUsed(cell) && (nodes[cell].LogProbability != 0 || nodes[cell].Payload != 0))
                grams.Add((string.Concat(keys.CodesOf(cell).ToArray().Select(code => characters[code])), nodes[cell]));
        return grams;
    }

    private static Dictionary<int, char> CharactersByCode(Lexicon lexicon)
    {
        var folding = lexicon.ReadFolding();
        var codes = lexicon.GramCodes;
        var characters = new Dictionary<int, char>();
        for (var c = 0; c < codes.Length; c++)
            if (codes[c] != 0 && (GramMarks.IsMark((char)c) || GramMarks.Fold(folding, (char)c) == c)) characters.Add(codes[c], (char)c);
        return characters;
    }

    private sealed class RowReader(sbyte[] packed)
    {
        internal List<sbyte> Weights { get; } = [];

        internal List<float> Scales { get; } = [];

        internal List<sbyte> DomainWeights { get; } = [];

        internal List<float> DomainScales { get; } = [];

        internal FileRows Read(GramRows rows) => new()
        {
            Own = rows.OwnCount > 0 ? Copy(rows.Own, HeadLayout.Stride, WeightRow.Unit, Weights, Scales) : -1,
            Review = rows.ReviewCount > 0 ? Copy(rows.Review, HeadLayout.Stride, WeightRow.Unit, Weights, Scales) : -1,
            Domain = rows.DomainCount > 0 ? Copy(rows.Domain, ModelData.DomainStride, WeightRow.DomainUnit, DomainWeights, DomainScales) : -1,
        };

        private int Copy(int row, int stride, float unit, List<sbyte> weights, List<float> scales)
        {
            ReadOnlySpan<sbyte> from = packed.AsSpan(row * WeightRow.Length, WeightRow.Length);
            weights.AddRange(from[..stride]);
            scales.Add(unit);
            return scales.Count - 1;
        }
    }
}
