namespace ReviewInsights.Lexicons;

/// <summary>
/// A double array (Aoe 1989) with labels for checks (Yata 2007): from node <c>p</c>, character code <c>c</c> leads to cell
/// <c>t = Nodes[p].Base + c</c> if <c>Labels[t] == c</c>, which names the parent since no two nodes share a base. Every walk ends
/// with a step that fails, and such a step reads two bytes of a table that stays in the cache.
/// </summary>
/// <param name="labels">The code by which each cell was reached; <see cref="NoLabel"/> where none was.</param>
/// <param name="nodes">As many as labels. The root is the first.</param>
internal readonly ref struct Trie(ReadOnlySpan<ushort> labels, ReadOnlySpan<TrieNode> nodes)
{
    /// <summary>Of cells that are free, and of the root.</summary>
    internal const ushort NoLabel = ushort.MaxValue;

    internal ReadOnlySpan<ushort> Labels { get; } = labels;

    internal ReadOnlySpan<TrieNode> Nodes { get; } = nodes;

    /// <summary>Asks for the node of two codes ahead of its use.</summary>
    internal void Prefetch(int first, int second)
    {
        var cell = Nodes[Nodes[0].Base + first].Base + second;
        Memory.Prefetch(Labels, cell);
        Memory.Prefetch(Nodes, cell);
    }

    /// <summary>Asks for the node of three codes, the first two of which were asked for some time ago.</summary>
    internal void Prefetch(int first, int second, int third)
    {
        var cell = Nodes[Nodes[Nodes[0].Base + first].Base + second].Base + third;
        Memory.Prefetch(Labels, cell);
        Memory.Prefetch(Nodes, cell);
    }

    /// <summary>The node of a key given as character codes, or 0 where the trie holds no such prefix.</summary>
    internal int Find(ReadOnlySpan<ushort> codes)
    {
        var node = 0;
        foreach (var code in codes)
        {
            // Code 0 is of characters in no key.
            var cell = Nodes[node].Base + code;
            if (code == 0 || Labels[cell] != code) return 0;
            node = cell;
        }
        return node;
    }
}
