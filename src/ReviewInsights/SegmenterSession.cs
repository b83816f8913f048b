using ReviewInsights.Segmentation;

namespace ReviewInsights;

/// <summary>
/// Buffers for cutting one text after another without allocating. One per thread; not thread-safe. Spans it returns are valid
/// until the next call.
/// </summary>
public sealed class SegmenterSession
{
    private readonly Lexicon _lexicon;
    private readonly SegmenterOptions _options;
    private readonly SegmentationWorkspace _work = new();
    private readonly OverlapWorkspace _overlapping = new();

    internal SegmenterSession(Lexicon lexicon, SegmenterOptions options) => (_lexicon, _options) = (lexicon, options);

    /// <summary>Cuts a text. Costs time linear in its length and allocates nothing once the buffers have grown.</summary>
    /// <param name="text">Any text, strange text included.</param>
    /// <param name="mode">Which words are wanted.</param>
    /// <returns>Tokens by start; they tile the text in precise mode and overlap in the others.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    public ReadOnlySpan<Token> Segment(ReadOnlySpan<char> text, SegmentationMode mode = SegmentationMode.Precise)
    {
        switch (mode)
        {
            case SegmentationMode.Precise:
                DictionarySegmenter.Run(_lexicon, text, _work);
                if (_options.JoinUnknown) UnknownJoiner.Run(_work);
                return _work.Tokens.AsSpan(0, _work.TokenCount);
            case SegmentationMode.Full:
                FullMode.Run(_lexicon, text, _work, _overlapping);
                return _overlapping.Tokens.AsSpan(0, _overlapping.Count);
            case SegmentationMode.Search:
                SearchMode.Run(_lexicon, Segment(text), _work, _overlapping);
                return _overlapping.Tokens.AsSpan(0, _overlapping.Count);
            default:
                throw new ArgumentOutOfRangeException(nameof(mode), mode, "A mode is Precise, Full or Search.");
        }
    }

    internal string[] Cut(string text, SegmentationMode mode)
    {
        var tokens = Segment(text, mode);
        var words = new string[tokens.Length];
        for (var i = 0; i < words.Length; i++) words[i] = text.Substring(tokens[i].Span.Start, tokens[i].Span.Length);
        return words;
    }
}
