namespace ReviewInsights.Segmentation;

/// <summary>Buffers of one segmentation, reused from text to text; they grow and never shrink below a review's size.</summary>
internal sealed class SegmentationWorkspace
{
    /// <summary>Buffers for longer texts are given back after use, lest one 10 MB text stay in memory for ever.</summary>
    private const int KeptLength = 1 << 16;

    /// <summary>The lexicon's code of each character; 0 behind the last one.</summary>
    internal ushort[] Codes = new ushort[257];

    /// <summary>
    /// Where the indivisible run (letters and digits, spaces, emoji …) that begins here ends; the negative of that for a number
    /// with a unit behind it; 0 inside a run. A single character is a run of one.
    /// </summary>
    internal int[] RunEnds = new int[257];

    /// <summary>Best log-probability of the text from each position to the end.</summary>
    internal double[] Scores = new double[257];

    /// <summary>Where the best token from each position ends; after segmentation 0 where no token begins.</summary>
    internal int[] TokenEnds = new int[257];

    /// <summary>Trie payload of the best token from each position; <see cref="NoWord"/> when it is no dictionary word.</summary>
    internal int[] Payloads = new int[257];

    internal const int NoWord = -1;

    internal Token[] Tokens = new Token[128];
    internal int TokenCount;

    /// <summary>
    /// Every entry of the lexicon that means something, wherever it stands: from the last position to the first, the shortest first.
    /// Those of a position begin at its place in <see cref="TermsFrom"/> and end where those of the position before it begin.
    /// </summary>
    internal TermHit[] Terms = new TermHit[128];
    internal int[] TermsFrom = new int[257];
    internal int TermCount;

    /// <summary>Terms on token boundaries, by start, the longest first.</summary>
    internal TermHit[] Hits = new TermHit[128];
    internal int HitCount;

    internal void Prepare(int length)
    {
        TokenCount = HitCount = 0;
        if (Scores.Length > length && (Scores.Length <= KeptLength || length >= KeptLength / 2)) return;
        var size = Math.Max(257, length + length / 4 + 1);
        Codes = new ushort[size];
        RunEnds = new int[size];
        Scores = new double[size];
        TokenEnds = new int[size];
        Payloads = new int[size];
        TermsFrom = new int[size];
        if (Tokens.Length > KeptLength) Tokens = new Token[128];
        if (Hits.Length > KeptLength) Hits = new TermHit[128];
        if (Terms.Length > KeptLength) Terms = new TermHit[128];
    }

    /// <summary>Room for more terms, those so far kept.</summary>
    internal TermHit[] GrowTerms()
    {
        Array.Resize(ref Terms, Terms.Length * 2);
        return Terms;
    }

    /// <summary>The terms that begin at a position, the shortest first.</summary>
    internal ReadOnlySpan<TermHit> TermsAt(int position) => Terms.AsSpan(TermsFrom[position]..(position == 0 ? TermCount : TermsFrom[position - 1]));

    /// <summary>Room for one more token.</summary>
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
