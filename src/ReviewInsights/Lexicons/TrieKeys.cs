using System.Runtime.InteropServices;

namespace ReviewInsights.Lexicons;

/// <summary>Reads the keys of a trie back, from copies: the lexicon may go meanwhile.</summary>
internal sealed class TrieKeys
{
    private readonly ushort[] _labels;
    private readonly int[] _parentOfBase;
    private readonly List<ushort> _codes = [];

    internal TrieKeys(in Trie trie)
    {
        _labels = trie.Labels.ToArray();
        _parentOfBase = new int[trie.Length];
        for (var cell = 0; cell < _parentOfBase.Length; cell++) _parentOfBase[trie[cell].Base] = cell;
    }

    /// <summary>Whether a key leads to a cell.</summary>
    internal bool IsUsed(int cell) => _labels[cell] != Trie.NoLabel;

    /// <summary>The codes that lead to a used cell; valid until the next call.</summary>
    internal ReadOnlySpan<ushort> CodesOf(int cell)
    {
        _codes.Clear();
        while (cell != 0)
        {
            _codes.Add(_labels[cell]);
            cell = _parentOfBase[cell - _labels[cell]];
        }
        _codes.Reverse();
        return CollectionsMarshal.AsSpan(_codes);
    }
}
