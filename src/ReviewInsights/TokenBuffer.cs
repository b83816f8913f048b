using ReviewInsights.Segmentation;

namespace ReviewInsights;

/// <summary>
/// Takes the tokens of one text from an <see cref="ISegmenter"/>. A token begins where the one before it ended, so tokens tile
/// the text by construction. Belongs to one session; not thread-safe; not valid after the call it was handed to.
/// </summary>
public sealed class TokenBuffer
{
    private readonly SegmentationWorkspace _work;
    private int _at;
    private int _length;

    internal TokenBuffer(SegmentationWorkspace work) => _work = work;

    /// <summary>Adds the next token. Costs constant time and allocates nothing once the buffer has grown.</summary>
    /// <param name="end">Index behind its last UTF-16 code unit.</param>
    /// <param name="tag">Word class, or <see cref="WordTag.Unknown"/>.</param>
    /// <param name="isKnown">Whether a dictionary holds the word.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="end"/> does not lie behind the token before it, or lies behind the text.</exception>
    public void Add(int end, WordTag tag = WordTag.Unknown, bool isKnown = true)
    {
        if (end <= _at || end > _length)
            throw new ArgumentOutOfRangeException(nameof(end), end, $"The last token ended at {_at} and the text ends at {_length}: the next one ends behind the first and not behind the second.");
        _work.AddToken(new Token(TextSpan.FromBounds(_at, end), tag, isKnown));
        _work.TokenEnds[_at] = end;
        for (_at++; _at < end; _at++) _work.TokenEnds[_at] = 0;
    }

    /// <summary>Has <paramref name="segmenter"/> cut the text that the workspace was prepared for.</summary>
    internal void Fill(ISegmenter segmenter, ReadOnlySpan<char> text)
    {
        _at = _work.TokenCount = 0;
        _length = text.Length;
        if (_length > 0) segmenter.Segment(text, this);
        if (_at != _length) throw new InvalidOperationException($"{segmenter.GetType()} cut the text up to {_at} and left the rest of its {_length} UTF-16 code units.");
        _length = 0; // whoever kept the buffer cannot add to it
    }
}
