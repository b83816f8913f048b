using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ReviewInsights.Lexicons;

/// <summary>Compiles a model into the binary form. The same rows give the same bytes.</summary>
internal static class LexiconWriter
{
    internal static byte[] Write(LexiconModel model)
    {
        var keys = CollectKeys(model, out var terms, out var termLists);
        var codes = new ushort[char.MaxValue + 1];
        var characters = CodesByFrequency(keys.Keys, codes);
        var sorted = keys.Select(pair => (Key: Encode(pair.Key, codes), pair.Value)).ToArray();
        Array.Sort(sorted, static (a, b) => a.Key.AsSpan().SequenceCompareTo(b.Key));
        var probabilities = WordProbabilities.Of(model);
        var (labels, nodes) = TrieBuilder.Build(
            Array.ConvertAll(sorted, s => s.Key),
            Array.ConvertAll(sorted, s => s.Value.Word is { } word ? (float)probabilities.LogOf(word) : float.NaN),
            Array.ConvertAll(sorted, s => TrieNode.Pack(s.Value.Word is { } word ? model.Words[word].Tag : WordTag.Unknown, s.Value.List)),
            characters.Length - 1);
        return Assemble(
        [
            Bytes<ushort>(FoldedCodes(model, codes)),
            Bytes<char>(characters),
            Bytes<ushort>(labels),
            Bytes<TrieNode>(nodes),
            Bytes<int>(CollectionsMarshal.AsSpan(termLists)),
            Bytes<TermEntry>(CollectionsMarshal.AsSpan(terms)),
            Bytes<TermKinds>(KindsOf(terms, termLists)),
            Bytes<AttributeEntry>(CollectionsMarshal.AsSpan(model.AttributeEntries)),
            Bytes<char>(model.Folding.Pairs.SelectMany(p => new[] { p.Key, p.Value }).ToArray()),
            Encoding.UTF8.GetBytes(LexiconNames.Format(model)),
            DocumentCounts.Format(model.Documents),
            model.Trained.Parameters, model.Trained.Codes, model.Trained.Labels, model.Trained.Nodes, model.Trained.Weights,
        ]);
    }

    /// <summary>Words and terms by key; terms of one key lie together, in the order they were read.</summary>
    private static Dictionary<string, (string? Word, int List)> CollectKeys(LexiconModel model, out List<TermEntry> terms, out List<int> termLists)
    {
        var keys = new Dictionary<string, (string? Word, int List)>(model.Words.Count + model.Terms.Count, StringComparer.Ordinal);
        foreach (var word in model.Words.Keys) keys[word] = (word, 0);
        terms = new List<TermEntry>(model.Terms.Count);
        termLists = [0, 0];
        foreach (var group in model.Terms.GroupBy(t => t.Term, StringComparer.Ordinal))
        {
            foreach (var row in group) terms.Add(row.Entry);
            keys.TryGetValue(group.Key, out var key);
            keys[group.Key] = (key.Word, termLists.Count - 1);
            termLists.Add(terms.Count);
        }
        if (termLists.Count > TrieNode.MaxTermLists) throw new InvalidOperationException($"More than {TrieNode.MaxTermLists} distinct terms.");
        return keys;
    }

    private static TermKinds[] KindsOf(List<TermEntry> terms, List<int> lists)
    {
        var kinds = new TermKinds[lists.Count - 1];
        for (var list = 0; list < kinds.Length; list++)
            for (var term = lists[list]; term < lists[list + 1]; term++) kinds[list] |= (TermKinds)(1 << (int)terms[term].Kind);
        return kinds;
    }

    /// <summary>Frequent characters get small codes, so that the children of a node lie close together.</summary>
    private static char[] CodesByFrequency(IEnumerable<string> keys, ushort[] codes)
    {
        var counts = new int[char.MaxValue + 1];
        foreach (var key in keys)
            foreach (var c in key) counts[c]++;
        var used = Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c).ToArray();
        var characters = new char[used.Length + 1];
        for (var i = 0; i < used.Length; i++)
        {
            characters[i + 1] = (char)used[i];
            codes[used[i]] = (ushort)(i + 1);
        }
        return characters;
    }

    private static ushort[] FoldedCodes(LexiconModel model, ushort[] codes)
    {
        var folded = new ushort[codes.Length];
        for (var c = 0; c < folded.Length; c++) folded[c] = codes[model.Folding.Fold((char)c)];
        return folded;
    }

    private static ushort[] Encode(string key, ushort[] codes)
    {
        var encoded = new ushort[key.Length];
        for (var i = 0; i < key.Length; i++) encoded[i] = codes[key[i]];
        return encoded;
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> items) where T : unmanaged => MemoryMarshal.AsBytes(items).ToArray();

    private static byte[] Assemble(byte[][] sections)
    {
        var at = Align(LexiconFormat.HeaderLength + sections.Length * 8);
        var offsets = new int[sections.Length];
        for (var i = 0; i < sections.Length; i++)
        {
            offsets[i] = at;
            at = Align(at + sections[i].Length);
        }
        var file = new byte[at];
        BinaryPrimitives.WriteUInt32LittleEndian(file, LexiconFormat.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), LexiconFormat.Version);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(8), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(LexiconFormat.SectionCountAt), sections.Length);
        for (var i = 0; i < sections.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(LexiconFormat.HeaderLength + i * 8), offsets[i]);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(LexiconFormat.HeaderLength + i * 8 + 4), sections[i].Length);
            sections[i].CopyTo(file, offsets[i]);
        }
        SHA256.HashData(file.AsSpan(LexiconFormat.HeaderLength), file.AsSpan(LexiconFormat.HashAt));
        return file;
    }

    private static int Align(int offset) => (offset + LexiconFormat.Alignment - 1) / LexiconFormat.Alignment * LexiconFormat.Alignment;
}
