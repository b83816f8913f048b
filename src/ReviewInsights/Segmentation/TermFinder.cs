// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;

namespace ReviewInsights.Segmentation;

/// <summary>
/// Finds the terms of the lexicon that begin and end where tokens do: 购买 must not show 买. Two exceptions: a term inside a
/// run counts at its beginning (好好好好 is still 好), and a word that is just a modifier and a term counts as both (the
/// dictionary has 很快 as one word).
/// </summary>
internal static class TermFinder
{
    internal static void Run(Lexicon lexicon, SegmentationWorkspace work)
    {
        var trie = lexicon.Trie;
        ReadOnlySpan<ushort> labels = trie.Labels;
        ReadOnlySpan<TrieNode> nodes = trie.Nodes;
        var tokens = work.Tokens.AsSpan(0, work.TokenCount);
        var length = tokens.IsEmpty ? 0 : tokens[^1].Span.End;
        ReadOnlySpan<ushort> codes = work.Codes.AsSpan(0, length + 1);
        ReadOnlySpan<int> ends = work.TokenEnds.AsSpan(0, length);
        foreach (ref readonly var token in tokens)
        {
            var start = token.Span.Start;
            var firstHit = work.HitCount;
            var runEnd = Math.Abs(work.RunEnds[start]);
            var modifierEnd = 0;
            var modifierList = 0;
            int offset = nodes[0].Base, j = start;
            for (int code = codes[j]; code != 0; code = codes[j])
            {
                var cell = offset + code;
                if (labels[cell] != code) break;
                ref readonly var child = ref nodes[cell];
                offset = child.Base;
                j++;
                if (child.Payload > byte.MaxValue)
                {
                    if (j == length || ends[j] != 0 || j < runEnd) work.AddHit(new TermHit(start, j, child.TermList));
                    else if (modifierEnd == 0 && j < token.Span.End && IsModifier(lexicon, child.TermList)) (modifierEnd, modifierList) = (j, child.TermList);
                }
                if (offset == 0) break;
            }
            work.Hits.AsSpan(firstHit, work.HitCount - firstHit).Reverse();
            if (modifierEnd != 0 && nodes[trie.Find(codes[modifierEnd..token.Span.End])].TermList is var list and not 0)
            {
                work.AddHit(new TermHit(start, modifierEnd, modifierList));
                work.AddHit(new TermHit(modifierEnd, token.Span.End, list));
            }
        }
    }

    private static bool IsModifier(Lexicon lexicon, int list)
    {
        for (var i = lexicon.TermLists[list]; i < lexicon.TermLists[list + 1]; i++)
            if (lexicon.Terms[i].Kind is TermKind.Degree or TermKind.Negator) return true;
        return false;
    }
}
