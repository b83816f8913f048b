using System.Runtime.InteropServices;
using ReviewInsights.Text;

namespace ReviewInsights.Lexicons;

/// <summary>A trained model as the sections of a compiled lexicon; empty sections where there is none.</summary>
internal sealed record PackedModel(byte[] Parameters, byte[] Codes, byte[] Trie, byte[] Rows, byte[] Weights, byte[] Scales, byte[] DomainWeights, byte[] DomainScales)
{
    internal static PackedModel None { get; } = new([], [], [], [], [], [], [], []);
}

/// <summary>Packs a model for look-up: its grams become a double array of their own, beside that of the words.</summary>
internal static class ModelPacker
{
    internal static PackedModel Pack(ModelData model, CharacterFolding folding, int knownSources)
    {
        var codes = CodesByFrequency(model.Grams);
        var keys = Array.ConvertAll(model.Grams, gram => Array.ConvertAll(gram.ToCharArray(), c => codes[c]));
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => keys[a].AsSpan().SequenceCompareTo(keys[b]));
        var trie = TrieBuilder.Build(
            Array.ConvertAll(order, i => keys[i]),
            Array.ConvertAll(order, i => model.DocumentWeights[i]),
            Array.ConvertAll(order, i => i + 1),
            codes.Max());
        var parameters = new MemoryStream();
        WithoutGrams(model, knownSources).Save(parameters);
        return new PackedModel(
            parameters.ToArray(), Bytes<ushort>(FoldedCodes(codes, folding)), Bytes<TrieNode>(trie), Bytes<GramRows>(model.Rows), Bytes<sbyte>(model.Weights),
            Bytes<float>(model.Scales), Bytes<sbyte>(model.DomainWeights), Bytes<float>(model.DomainScales));
    }

    private static ModelData WithoutGrams(ModelData model, int knownSources) => new()
    {
        Name = model.Name,
        Aspects = model.Aspects,
        Stages = model.Stages,
        Domains = model.Domains,
        Dense = model.Dense,
        Second = model.Second,
        StageWeights = model.StageWeights,
        StageBias = model.StageBias,
        Overall = model.Overall,
        Confidence = model.Confidence,
        CellThreshold = model.CellThreshold,
        SuggestionThreshold = model.SuggestionThreshold,
        KnownSources = knownSources,
    };

    /// <summary>Frequent characters get small codes, so that the children of a node lie close together; 0 is for all others.</summary>
    private static ushort[] CodesByFrequency(string[] grams)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var gram in grams)
            foreach (var c in gram) counts[c]++;
        // The walk asks for these even where no gram holds them.
        counts[GramMarks.Start] += grams.Length;
        counts[GramMarks.End] += grams.Length;
        var codes = new ushort[counts.Length];
        ushort next = 1;
        foreach (var c in Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c)) codes[c] = next++;
        return codes;
    }

    /// <summary>Codes of characters as they stand in a text; those of the marks stay at the marks' own places, which no text reaches.</summary>
    private static ushort[] FoldedCodes(ushort[] codes, CharacterFolding folding)
    {
        var folded = new ushort[codes.Length];
        for (var c = 0; c < folded.Length; c++) folded[c] = codes[GramMarks.IsMark((char)c) ? (char)c : GramMarks.Fold(folding, (char)c)];
        return folded;
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> items) where T : unmanaged => MemoryMarshal.AsBytes(items).ToArray();
}
