// HOT: spans and flat arrays only.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ReviewInsights.Lexicons;

/// <summary>
/// A double array (Aoe 1989) with labels for checks (Yata 2007): from node <c>p</c>, character code <c>c</c> leads to cell
/// <c>t = p.Base + c</c> if the label of <c>t</c> is <c>c</c>, which names the parent since no two nodes share a base. Every walk
/// ends with a step that fails, and such a step reads two bytes of a table that stays in the cache.
/// </summary>
/// <remarks>
/// Cells are read without a check of bounds, for codes of the lexicon's own tables only: base plus code lies within the array, as
/// <see cref="LexiconImage"/> made sure when it took the image.
/// </remarks>
internal readonly unsafe ref struct Trie
{
    /// <summary>Of cells that are free, and of the root.</summary>
    internal const ushort NoLabel = ushort.MaxValue;

    private readonly ushort* _labels;
    private readonly TrieNode* _nodes;

    /// <param name="labels">The code by which each cell was reached; <see cref="NoLabel"/> where none was. In memory that does not move.</param>
    /// <param name="nodes">As many as labels, likewise. The root is the first.</param>
    internal Trie(ReadOnlySpan<ushort> labels, ReadOnlySpan<TrieNode> nodes)
    {
        _labels = (ushort*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(labels));
        _nodes = (TrieNode*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(nodes));
        Length = nodes.Length;
    }

    /// <summary>Number of cells.</summary>
    internal int Length { get; }

    internal ReadOnlySpan<ushort> Labels => new(_labels, Length);

    internal ReadOnlySpan<TrieNode> Nodes => new(_nodes, Length);

    /// <summary>Whether a code leads to a cell: the base of a node plus that code.</summary>
    internal bool Leads(int code, int cell) => _labels[cell] == code;

    /// <summary>What a cell holds.</summary>
    internal ref readonly TrieNode this[int cell] => ref _nodes[cell];

    /// <summary>Asks for the node of two codes ahead of its use.</summary>
    internal void Expect(int first, int second) => Expect(_nodes[_nodes[0].Base + first].Base + second);

    /// <summary>Asks for the node of three codes, the first two of which were asked for some time ago.</summary>
    internal void Expect(int first, int second, int third) =>
        Expect(_nodes[_nodes[_nodes[0].Base + first].Base + second].Base + third);

    private void Expect(int cell)
    {
        Prefetch.Item(in _labels[cell]);
        Prefetch.Item(in _nodes[cell]);
    }

    /// <summary>The node of a key given as character codes, or 0 where the trie holds no such prefix.</summary>
    internal int Find(ReadOnlySpan<ushort> codes)
    {
        var node = 0;
        foreach (var code in codes)
        {
            // Code 0 is of characters in no key.
            var cell = _nodes[node].Base + code;
            if (code == 0 || _labels[cell] != code) return 0;
            node = cell;
        }
        return node;
    }
}
