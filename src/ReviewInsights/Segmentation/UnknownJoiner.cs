// HOT: spans and flat arrays only.
namespace ReviewInsights.Segmentation;

/// <summary>Joins neighbouring Chinese characters that are no words into one token.</summary>
internal static class UnknownJoiner
{
    internal static void Run(SegmentationWorkspace work)
    {
        var tokens = work.Tokens.AsSpan(0, work.TokenCount);
        var kept = 0;
        foreach (var token in tokens)
        {
            var joins = kept > 0 && IsUnknownHan(token) && IsUnknownHan(tokens[kept - 1]);
            if (joins) tokens[kept - 1] = tokens[kept - 1] with { Span = TextSpan.FromBounds(tokens[kept - 1].Span.Start, token.Span.End) };
            else tokens[kept++] = token;
        }
        work.TokenCount = kept;
    }

    private static bool IsUnknownHan(in Token token) => !token.IsKnown && token.Tag == WordTag.Unknown;
}
