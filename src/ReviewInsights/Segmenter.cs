using System.Collections.Immutable;
using ReviewInsights.Segmentation;

namespace ReviewInsights;

/// <summary>
/// Cuts text into words. The likeliest sequence of dictionary words wins (unigram maximum probability); letters and digits,
/// emoji, addresses and repeats are kept whole by rule. Immutable and safe for any number of threads.
/// </summary>
public sealed class Segmenter : ISegmenter
{
    private readonly SegmenterOptions _options;
    private readonly SessionPool<SegmenterSession> _sessions;

    private Segmenter(Lexicon lexicon, SegmenterOptions options)
    {
        Lexicon = lexicon;
        _options = options;
        _sessions = new SessionPool<SegmenterSession>(OpenSession);
    }

    /// <summary>The lexicon it works with.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>Creates a segmenter. Costs microseconds: all data is in the lexicon.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lexicon"/> is null.</exception>
    public static Segmenter Create(Lexicon lexicon, SegmenterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        return new Segmenter(lexicon, options ?? new SegmenterOptions());
    }

    /// <summary>The words of a text as strings. Costs time linear in its length, and the strings.</summary>
    /// <param name="text">Any text. White space comes out as tokens too, so that precise words joined give the text again.</param>
    /// <param name="mode">Which words are wanted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    public string[] Cut(string text, SegmentationMode mode = SegmentationMode.Precise)
    {
        ArgumentNullException.ThrowIfNull(text);
        var session = _sessions.Rent();
        try
        {
            return session.Cut(text, mode);
        }
        finally
        {
            _sessions.Return(session);
        }
    }

    /// <summary>The words of a text with their places and word classes. Costs time linear in its length, and the array.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="mode">Which words are wanted.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mode"/> is none of the modes.</exception>
    public ImmutableArray<Token> Tokenize(string text, SegmentationMode mode = SegmentationMode.Precise)
    {
        ArgumentNullException.ThrowIfNull(text);
        var session = _sessions.Rent();
        try
        {
            return [.. session.Segment(text, mode)];
        }
        finally
        {
            _sessions.Return(session);
        }
    }

    /// <summary>Opens a session: the zero-allocation way, one per thread.</summary>
    public SegmenterSession OpenSession() => new(Lexicon, _options);

    /// <inheritdoc />
    public void Segment(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var session = _sessions.Rent();
        try
        {
            foreach (ref readonly var token in session.Segment(text)) tokens.Add(token.Span.End, token.Tag, token.IsKnown);
        }
        finally
        {
            _sessions.Return(session);
        }
    }
}
