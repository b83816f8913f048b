// HOT: spans and flat arrays only.
using ReviewInsights.Lexicons;

namespace ReviewInsights.Segmentation;

/// <summary>Looks up one key.</summary>
internal static class TrieWalk
{
    /// <summary>The node of a key given as character codes, or 0 where the trie holds no such prefix.</summary>
    internal static int Find(ReadOnlySpan<TrieNode> trie, ReadOnlySpan<ushort> codes)
    {
        var node = 0;
        foreach (var code in codes)
        {
            var offset = trie[node].Base;
            if (code == 0 || offset == 0 || trie[offset + code].Check != node) return 0;
            node = offset + code;
        }
        return node;
    }
}
