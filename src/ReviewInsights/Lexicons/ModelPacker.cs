using System.Runtime.InteropServices;
using ReviewInsights.Text;

namespace ReviewInsights.Lexicons;

/// <summary>A trained model as the sections of a compiled lexicon; empty sections where there is none.</summary>
internal sealed record PackedModel(byte[] Parameters, byte[] Codes, byte[] Labels, byte[] Nodes, byte[] Weights)
{
    internal static PackedModel None { get; } = new([], [], [], [], []);
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
        var weights = new List<sbyte>();
        var payloads = Array.ConvertAll(order, i => AddRows(model, model.Rows[i], weights));
        var (labels, nodes) = TrieBuilder.Build(
            Array.ConvertAll(order, i => keys[i]), Array.ConvertAll(order, i => model.DocumentWeights[i]), payloads, codes.Max());
        // Cells that are no gram weigh nothing: the walk need not ask what they are.
        foreach (ref var node in nodes.AsSpan())
            if (float.IsNaN(node.LogProbability)) node.LogProbability = 0;
        var parameters = new MemoryStream();
        var withoutGrams = model with
        {
            Grams = [],
            DocumentWeights = [],
            Rows = [],
            Weights = [],
            Scales = [],
            DomainWeights = [],
            DomainScales = [],
            KnownSources = knownSources,
        };
        withoutGrams.Save(parameters);
        return new PackedModel(
            parameters.ToArray(), Bytes<ushort>(FoldedCodes(codes, folding)), Bytes<ushort>(labels), Bytes<TrieNode>(nodes), Bytes<sbyte>(CollectionsMarshal.AsSpan(weights)));
    }

    /// <summary>Puts the rows of a gram behind one another; returns the payload that says where and which.</summary>
    private static int AddRows(ModelData model, FileRows rows, List<sbyte> weights)
    {
        var first = weights.Count / WeightRow.Length;
        if (rows.Own >= 0) WeightRow.Append(model.Weights.AsSpan(rows.Own * HeadLayout.Stride, HeadLayout.Stride), model.Scales[rows.Own], WeightRow.Unit, weights);
        if (rows.Review >= 0) WeightRow.Append(model.Weights.AsSpan(rows.Review * HeadLayout.Stride, HeadLayout.Stride), model.Scales[rows.Review], WeightRow.Unit, weights);
        if (rows.Domain >= 0) WeightRow.Append(model.DomainWeights.AsSpan(rows.Domain * ModelData.DomainStride, ModelData.DomainStride), model.DomainScales[rows.Domain], WeightRow.DomainUnit, weights);
        return GramRows.Pack(first, rows);
    }

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
