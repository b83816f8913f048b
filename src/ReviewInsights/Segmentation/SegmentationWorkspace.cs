namespace ReviewInsights.Segmentation;

/// <summary>Buffers of one segmentation, reused from text to text; they grow and never shrink below a review's size.</summary>
internal sealed class SegmentationWorkspace
{
    /// <summary>Buffers for longer texts are given back after use, lest one 10 MB text stay in memory for ever.</summary>
    private const int KeptLength = 1 << 16;

    /// <summary>Best log-probability of the text from each position to the end.</summary>
    internal double[] Scores = new double[257];

    /// <summary>Where the best token from each position ends.</summary>
    internal int[] Ends = new int[257];

    /// <summary>Trie node of the best token from each position; 0 when no dictionary word.</summary>
    internal int[] Nodes = new int[257];

    /// <summary>Where the indivisible run (letters and digits, spaces, emoji …) from each position ends.</summary>
    internal int[] RunEnds = new int[257];

    internal ushort[] Codes = new ushort[257];

    internal Token[] Tokens = new Token[128];
    internal int TokenCount;

    /// <summary>Terms on token boundaries, by start, the longest first.</summary>
    internal TermHit[] Hits = new TermHit[128];
    internal int HitCount;

    internal void Prepare(int length)
    {
        TokenCount = HitCount = 0;
        if (Scores.Length > length && (Scores.Length <= KeptLength || length >= KeptLength / 2)) return;
        var size = Math.Max(257, length + length / 4 + 1);
        Scores = new double[size];
        Ends = new int[size];
        Nodes = new int[size];
        RunEnds = new int[size];
        Codes = new ushort[size];
        if (Tokens.Length > KeptLength) Tokens = new Token[128];
        if (Hits.Length > KeptLength) Hits = new TermHit[128];
    }

    internal void AddToken(Token token)
    {
        if (TokenCount == Tokens.Length) Array.Resize(ref Tokens, TokenCount * 2);
        Tokens[TokenCount++] = token;
    }

    internal void AddHit(TermHit hit)
    {
        if (HitCount == Hits.Length) Array.Resize(ref Hits, HitCount * 2);
        Hits[HitCount++] = hit;
    }
}
