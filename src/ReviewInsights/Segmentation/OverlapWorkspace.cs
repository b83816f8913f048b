namespace ReviewInsights.Segmentation;

/// <summary>Tokens that overlap, reused from text to text.</summary>
internal sealed class OverlapWorkspace
{
    internal Token[] Tokens = new Token[256];

    internal int Count;

    internal void Add(Token token)
    {
        if (Count == Tokens.Length) Array.Resize(ref Tokens, Count * 2);
        Tokens[Count++] = token;
    }
}
