using System.Runtime.InteropServices;

namespace ReviewInsights.Lexicons;

/// <summary>
/// One cell of the double array. From node <c>p</c>, character code <c>c</c> leads to cell <c>t = Base[p] + c</c>
/// if <c>Check[t] == p</c>. Sixteen bytes, so that a step of the walk touches one cache line.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct TrieNode
{
    /// <summary>Offset of the children, or 0 when there are none.</summary>
    internal int Base;

    /// <summary>Index of the parent; <see cref="Free"/> for an unused cell, <see cref="RootCheck"/> for the root.</summary>
    internal int Check;

    /// <summary>Natural logarithm of the word's probability; NaN where the prefix is not a word.</summary>
    internal float LogProbability;

    /// <summary>Word tag in the low byte, number of the term list in the others (0: no term).</summary>
    internal int Payload;

    internal const int Free = -1;
    internal const int RootCheck = -2;
    internal const int MaxTermLists = 1 << 23;

    internal readonly WordTag Tag => TagOf(Payload);

    internal readonly int TermList => Payload >> 8;

    internal static WordTag TagOf(int payload) => (WordTag)(payload & 0xFF);

    internal static int Pack(WordTag tag, int termList) => (termList << 8) | (byte)tag;
}
