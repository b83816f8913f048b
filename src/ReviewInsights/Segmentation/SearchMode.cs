// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;

namespace ReviewInsights.Segmentation;

/// <summary>Adds to a precise cut the shorter dictionary words inside long ones, as an index wants them.</summary>
internal static class SearchMode
{
    internal static void Run(Lexicon lexicon, ReadOnlySpan<Token> tokens, SegmentationWorkspace work, OverlapWorkspace found)
    {
        found.Count = 0;
        foreach (ref readonly var token in tokens)
        {
            if (token.Span.Length > 2) AddInside(lexicon, token.Span, 2, work, found);
            if (token.Span.Length > 3) AddInside(lexicon, token.Span, 3, work, found);
            found.Add(token);
        }
    }

    private static void AddInside(Lexicon lexicon, TextSpan whole, int length, SegmentationWorkspace work, OverlapWorkspace found)
    {
        var trie = lexicon.Trie;
        for (var start = whole.Start; start + length <= whole.End; start++)
        {
            // Within a run there are no words.
            if (work.RunEnds[start] == 0 || (start + length < whole.End && work.RunEnds[start + length] == 0)) continue;
            var node = trie.Find(work.Codes.AsSpan(start, length));
            if (node > 0 && !float.IsNaN(trie[node].LogProbability))
                found.Add(new Token(new TextSpan(start, length), trie[node].Tag, IsKnown: true));
        }
    }
}
