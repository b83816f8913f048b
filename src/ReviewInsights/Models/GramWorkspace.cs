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

    /// <summary>First hit of each clause, and behind them the number of hits.</summary>
    internal int[] FirstHit = new int[33];

    /// <summary>The same for grams of the review's domain, which are found later.</summary>
    internal int[] FirstDomainHit = new int[33];

    /// <summary>What the grams of the whole review add to every clause.</summary>
    internal readonly float[] Review = new float[Lexicons.HeadLayout.Stride];

    internal readonly float[] Domain = new float[Lexicons.ModelData.DomainStride];

    internal SeenGrams InClause = new(256);
    internal SeenGrams InReview = new(1024);
    internal SeenGrams InDomain = new(1024);

    internal void Prepare(int textLength, int clauseCount)
    {
        HitCount = 0;
        var codeCount = textLength + 2 + Text.GramMarks.MaxLength;
        if (Codes.Length < codeCount || (Codes.Length > KeptLength && codeCount < KeptLength / 2)) Codes = new ushort[codeCount + codeCount / 4];
        if (Hits.Length > KeptLength && codeCount < KeptLength / 8) Hits = new GramHit[512];
        if (FirstHit.Length < clauseCount + 1)
        {
            FirstHit = new int[clauseCount * 2 + 1];
            FirstDomainHit = new int[clauseCount * 2 + 1];
        }
        FirstDomainHit.AsSpan(0, clauseCount + 1).Clear();
        Array.Clear(Review);
        Array.Clear(Domain);
        InReview.Clear();
        InDomain.Clear();
    }

    internal ReadOnlySpan<GramHit> HitsOf(int clause) => Hits.AsSpan(FirstHit[clause], FirstHit[clause + 1] - FirstHit[clause]);

    internal ReadOnlySpan<GramHit> DomainHitsOf(int clause) => Hits.AsSpan(FirstDomainHit[clause], FirstDomainHit[clause + 1] - FirstDomainHit[clause]);

    internal void AddHit(int row, int start, int length)
    {
        if (HitCount == Hits.Length) Array.Resize(ref Hits, HitCount * 2);
        Hits[HitCount++] = new GramHit(row, start, length);
    }
}

/// <summary>A row of weights and the gram that brought it, by its place in the text; marks have no place.</summary>
internal readonly record struct GramHit(int Row, int Start, int Length);

/// <summary>
/// Which grams were met already. A small table without chains: of two grams that share a slot one may be forgotten and counted
/// again, which costs a little accuracy in texts that repeat themselves and keeps the table in the fastest cache.
/// </summary>
internal struct SeenGrams(int size)
{
    private readonly ulong[] _slots = new ulong[size];
    private uint _epoch;

    internal void Clear()
    {
        if (++_epoch != 0) return;
        Array.Clear(_slots);
        _epoch = 1;
    }

    /// <summary>Notes a gram; false when it was there.</summary>
    internal readonly bool Add(int gram)
    {
        var key = (ulong)_epoch << 32 | (uint)gram;
        ref var slot = ref _slots[gram & (_slots.Length - 1)];
        if (slot == key) return false;
        slot = key;
        return true;
    }
}
