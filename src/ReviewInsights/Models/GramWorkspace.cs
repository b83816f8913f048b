using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights.Models;

/// <summary>Buffers of <see cref="GramScorer"/>, reused from text to text.</summary>
internal sealed class GramWorkspace
{
    /// <summary>Buffers for longer texts are given back after use.</summary>
    private const int KeptLength = 1 << 16;

    /// <summary>Codes of the text between a start and an end mark, and 0 behind.</summary>
    internal ushort[] Codes = new ushort[256];

    /// <summary>Rows of weights that the clauses add up, clause by clause, with the place of the gram that brought each.</summary>
    internal GramHit[] Hits = new GramHit[512];
    internal int HitCount;

    /// <summary>Rows of grams for the whole review, and for its domain.</summary>
    internal int[] ReviewRows = new int[512];
    internal int[] DomainRows = new int[512];
    internal int ReviewCount, DomainCount;

    /// <summary>First hit of each clause, and behind them the number of hits; then the same for grams of the review's domain, which are found later.</summary>
    internal int[] FirstHit = new int[33];
    internal int[] FirstDomainHit = new int[33];

    /// <summary>What the grams of the whole review add to every clause, and to each domain.</summary>
    internal readonly float[] Review = new float[HeadLayout.Stride];
    internal readonly float[] Domain = new float[HeadLayout.Stride];

    internal void Prepare(int textLength, int clauseCount)
    {
        HitCount = ReviewCount = DomainCount = 0;
        var codeCount = textLength + 3 + GramMarks.MaxLength + GramWalk.Ahead;
        if (Codes.Length < codeCount || (Codes.Length > KeptLength && codeCount < KeptLength / 2)) Codes = new ushort[codeCount + codeCount / 4];
        if (Hits.Length > KeptLength && codeCount < KeptLength / 8) (Hits, ReviewRows, DomainRows) = (new GramHit[512], new int[512], new int[512]);
        if (FirstHit.Length < clauseCount + 1) (FirstHit, FirstDomainHit) = (new int[clauseCount * 2 + 1], new int[clauseCount * 2 + 1]);
        FirstDomainHit.AsSpan(0, clauseCount + 1).Clear();
        Array.Clear(Review);
        Array.Clear(Domain);
    }

    internal ReadOnlySpan<GramHit> HitsOf(int clause) => Hits.AsSpan(FirstHit[clause], FirstHit[clause + 1] - FirstHit[clause]);

    internal ReadOnlySpan<GramHit> DomainHitsOf(int clause) => Hits.AsSpan(FirstDomainHit[clause], FirstDomainHit[clause + 1] - FirstDomainHit[clause]);

    /// <summary>Room for so many more of each kind, and one to write to in vain.</summary>
    internal void Reserve(int count)
    {
        Grow(ref Hits, HitCount + count + 1);
        Grow(ref ReviewRows, ReviewCount + count + 1);
        Grow(ref DomainRows, DomainCount + count + 1);
    }

    private static void Grow<T>(ref T[] items, int needed)
    {
        if (items.Length < needed) Array.Resize(ref items, needed * 2);
    }
}

/// <summary>A row of weights and the gram that brought it, by its place in the text; marks have no place.</summary>
internal readonly record struct GramHit(int Row, int Start, int Length);
