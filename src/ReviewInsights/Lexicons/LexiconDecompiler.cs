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
        var keys = new TrieKeys(trie);
        ReadOnlySpan<TermEntry> terms = lexicon.Terms;
        var keyOfList = new string[lexicon.TermLists.Length];
        for (var cell = 1; cell < trie.Length; cell++)
        {
            ref readonly var node = ref trie[cell];
            if (!keys.IsUsed(cell) || (float.IsNaN(node.LogProbability) && node.TermList == 0)) continue;
            var key = Text(keys.CodesOf(cell), characters);
            if (!float.IsNaN(node.LogProbability)) model.Words[key] = new WordRow(FrequencyOf(node.LogProbability), node.Tag);
            keyOfList[node.TermList] = key;
        }
        for (var list = 1; list < lexicon.TermLists.Length - 1; list++)
            for (var i = lexicon.TermLists[list]; i < lexicon.TermLists[list + 1]; i++) model.AddTerm(new TermRow(keyOfList[list], terms[i]));
        return model;
    }

    private static double FrequencyOf(float logProbability) =>
        WordProbabilities.IsJoined(logProbability) ? double.PositiveInfinity : Math.Round(Math.Exp(logProbability) * AssumedTotal, 3);

    private static string Text(ReadOnlySpan<ushort> codes, ReadOnlySpan<char> characters)
    {
        Span<char> text = codes.Length <= 64 ? stackalloc char[codes.Length] : new char[codes.Length];
        for (var i = 0; i < codes.Length; i++) text[i] = characters[codes[i]];
        return text.ToString();
    }
}
