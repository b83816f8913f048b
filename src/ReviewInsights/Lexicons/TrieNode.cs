using System.Runtime.InteropServices;

namespace ReviewInsights.Lexicons;

/// <summary>What a cell of a <see cref="Trie"/> holds. Read only once a step has succeeded.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TrieNode
{
    /// <summary>Offset of the children, or 0 when there are none; no two nodes share one.</summary>
    internal int Base;

    /// <summary>Natural logarithm of the word's probability; NaN where the prefix is not a word.</summary>
    internal float LogProbability;

    /// <summary>Word tag in the low byte, number of the term list in the others (0: no term).</summary>
    internal int Payload;

    internal const int MaxTermLists = 1 << 23;

    internal readonly WordTag Tag => TagOf(Payload);

    internal readonly int TermList => Payload >> 8;

    internal static WordTag TagOf(int payload) => (WordTag)(payload & 0xFF);

    internal static int Pack(WordTag tag, int termList) => (termList << 8) | (byte)tag;
}
