namespace ReviewInsights.Lexicons;

/// <summary>Reads the rows of a compiled lexicon back, so that a builder can start from them.</summary>
internal static class LexiconDecompiler
{
    /// <summary>
    /// A log-probability says the frequency only up to the total. Any total does, since the model is normalised again; this
    /// one is near that of the default dictionary, so that frequencies of user words mean what they mean there.
    /// </summary>
    private const double AssumedTotal = 6e7;

    internal static LexiconModel Read(Lexicon lexicon, LexiconModel model, ReadOnlySpan<char> characters, ReadOnlySpan<char> folding)
    {
        for (var i = 0; i < folding.Length; i += 2) model.Folding.Add(folding[i], folding[i + 1]);
        model.AttributeEntries.AddRange(lexicon.Attributes);
        foreach (var (word, count) in DocumentCounts.Parse(lexicon.Documents)) model.Documents.Add(word, count);
        model.Trained = lexicon.PackedModel();
        var trie = lexicon.Trie;
        var parents = ParentsByBase(trie);
        ReadOnlySpan<TermEntry> terms = lexicon.Terms;
        var keyOfList = new string[lexicon.TermLists.Length];
        for (var cell = 1; cell < trie.Nodes.Length; cell++)
        {
            ref readonly var node = ref trie.Nodes[cell];
            if (trie.Labels[cell] == Trie.NoLabel || (float.IsNaN(node.LogProbability) && node.TermList == 0)) continue;
            var key = Key(trie, parents, cell, characters);
            if (!float.IsNaN(node.LogProbability)) model.Words[key] = new WordRow(FrequencyOf(node.LogProbability), node.Tag);
            keyOfList[node.TermList] = key;
        }
        for (var list = 1; list < lexicon.TermLists.Length - 1; list++)
            for (var i = lexicon.TermLists[list]; i < lexicon.TermLists[list + 1]; i++) model.AddTerm(new TermRow(keyOfList[list], terms[i]));
        return model;
    }

    private static double FrequencyOf(float logProbability) =>
        WordProbabilities.IsJoined(logProbability) ? double.PositiveInfinity : Math.Round(Math.Exp(logProbability) * AssumedTotal, 3);

    /// <summary>The node whose children lie behind each offset.</summary>
    private static int[] ParentsByBase(in Trie trie)
    {
        var parents = new int[trie.Nodes.Length];
        for (var cell = 0; cell < parents.Length; cell++) parents[trie.Nodes[cell].Base] = cell;
        return parents;
    }

    private static string Key(in Trie trie, int[] parents, int cell, ReadOnlySpan<char> characters)
    {
        Span<char> reversed = stackalloc char[256];
        var length = 0;
        var longer = new List<char>();
        while (cell != 0)
        {
            var label = trie.Labels[cell];
            var c = characters[label];
            if (length < reversed.Length) reversed[length++] = c;
            else longer.Add(c);
            cell = parents[cell - label];
        }
        if (longer.Count == 0)
        {
            reversed[..length].Reverse();
            return new string(reversed[..length]);
        }
        longer.InsertRange(0, reversed[..length].ToArray());
        longer.Reverse();
        return new string([.. longer]);
    }
}
