// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;

namespace ReviewInsights.Segmentation;

/// <summary>Every dictionary word of two or more characters; runs and single characters where none of them reaches.</summary>
internal static class FullMode
{
    internal static void Run(Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace work, OverlapWorkspace found)
    {
        work.Prepare(text.Length);
        RunScanner.Run(lexicon, text, work);
        found.Count = 0;
        var trie = lexicon.Trie;
        ReadOnlySpan<ushort> codes = work.Codes.AsSpan(0, text.Length + 1);
        ReadOnlySpan<int> runEnds = work.RunEnds.AsSpan(0, text.Length);
        var covered = 0;
        for (var start = 0; start < text.Length; start++)
        {
            var runEnd = Math.Abs(runEnds[start]);
            if (runEnd == 0) continue;
            int single = -1, before = found.Count;
            for (int node = 0, j = start, code = codes[j]; code != 0; code = codes[j])
            {
                var cell = trie[node].Base + code;
                if (!trie.Leads(code, cell)) break;
                ref readonly var child = ref trie[cell];
                node = cell;
                j++;
                var isWord = !float.IsNaN(child.LogProbability) && (j == text.Length || runEnds[j] != 0);
                if (isWord && j == start + 1) single = child.Payload;
                else if (isWord) found.Add(new Token(TextSpan.FromBounds(start, j), child.Tag, IsKnown: true));
                if (child.Base == 0) break;
            }
            if (found.Count == before && start >= covered)
            {
                var span = TextSpan.FromBounds(start, runEnd);
                found.Add(single >= 0 && runEnd == start + 1 ? new Token(span, TrieNode.TagOf(single), IsKnown: true) : new Token(span, RunRules.TagOf(span.Of(text)), IsKnown: false));
            }
            if (found.Count > before) covered = Math.Max(covered, found.Tokens[found.Count - 1].Span.End);
        }
    }
}
