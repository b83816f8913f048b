using System.Collections.Immutable;
using ReviewInsights.Lexicons;

namespace ReviewInsights;

/// <summary>Finds opinions in reviews. Immutable and safe for any number of threads.</summary>
public sealed class ReviewAnalyzer
{
    private readonly bool[] _reportedAspects;
    private readonly SessionPool<AnalysisSession> _sessions;

    private ReviewAnalyzer(Lexicon lexicon, ReviewAnalyzerOptions options)
    {
        Lexicon = lexicon;
        Options = options;
        _reportedAspects = ReportedAspects(lexicon.Info, options);
        _sessions = new SessionPool<AnalysisSession>(OpenSession);
    }

    /// <summary>The lexicon it works with.</summary>
    public Lexicon Lexicon { get; }

    internal ReviewAnalyzerOptions Options { get; }

    /// <summary>Creates an analyser. Costs microseconds: all data is in the lexicon.</summary>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lexicon"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of its range or names an unknown aspect.</exception>
    public static ReviewAnalyzer Create(Lexicon lexicon, ReviewAnalyzerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        options ??= new ReviewAnalyzerOptions();
        if (options.MaxTextLength < 1) throw new ArgumentException($"MaxTextLength is {options.MaxTextLength}; it must be 1 or more.", nameof(options));
        if (!(options.NeutralBand is >= 0 and < 1)) throw new ArgumentException($"NeutralBand is {options.NeutralBand}; it must lie in [0, 1).", nameof(options));
        return new ReviewAnalyzer(lexicon, options);
    }

    /// <summary>Analyses a text. Costs microseconds per hundred characters, and the objects of the result.</summary>
    /// <param name="text">Any text; strange text gives a valid, possibly empty, result.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than the options allow.</exception>
    public ReviewAnalysis Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Analyze(new Review("", text));
    }

    /// <summary>Analyses a review. Costs microseconds per hundred characters, and the objects of the result.</summary>
    /// <param name="review">The review.</param>
    /// <exception cref="ArgumentNullException"><paramref name="review"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than the options allow.</exception>
    public ReviewAnalysis Analyze(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var session = _sessions.Rent();
        try
        {
            var opinions = session.Analyze(review.Text);
            return ResultBuilder.Build(review, session, opinions, Lexicon, Options);
        }
        finally
        {
            _sessions.Return(session);
        }
    }

    /// <summary>
    /// Analyses a stream of reviews with bounded memory. An error in one review becomes that item's
    /// <see cref="BatchItem.Error"/>; an error of the source is thrown.
    /// </summary>
    /// <param name="reviews">The reviews; read no further ahead than the options allow.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <param name="cancellationToken">Observed between reviews.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reviews"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public IAsyncEnumerable<BatchItem> AnalyzeAsync(
        IAsyncEnumerable<Review> reviews, BatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        options ??= new BatchOptions();
        if (options.MaxDegreeOfParallelism < 1) throw new ArgumentException($"MaxDegreeOfParallelism is {options.MaxDegreeOfParallelism}; it must be 1 or more.", nameof(options));
        if (options.MaxBuffered < 1) throw new ArgumentException($"MaxBuffered is {options.MaxBuffered}; it must be 1 or more.", nameof(options));
        return ReviewBatch.Run(this, reviews, options, cancellationToken);
    }

    /// <summary>Opens a session: the zero-allocation way, one per thread.</summary>
    public AnalysisSession OpenSession() => new(Lexicon, Options, _reportedAspects);

    private static bool[] ReportedAspects(LexiconInfo info, ReviewAnalyzerOptions options)
    {
        foreach (var aspect in options.Aspects)
            if (!info.Aspects.Contains(aspect)) throw new ArgumentException($"'{aspect}' is not an aspect of the lexicon: {string.Join(", ", info.Aspects)}.", nameof(options));
        return [.. info.Aspects.Select(a => options.Aspects.IsEmpty || options.Aspects.Contains(a))];
    }
}
