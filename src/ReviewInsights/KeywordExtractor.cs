using System.Collections.Immutable;
using ReviewInsights.Keywords;
using ReviewInsights.Lexicons;

namespace ReviewInsights;

/// <summary>Finds the words that say most about a text or a set of texts. Immutable and safe for any number of threads.</summary>
public sealed class KeywordExtractor
{
    private readonly Segmenter _segmenter;
    private readonly KeywordOptions _options;
    private readonly DocumentCounts _counts;

    private KeywordExtractor(Segmenter segmenter, KeywordOptions options)
    {
        _segmenter = segmenter;
        _options = options;
        _counts = segmenter.Lexicon.ReadDocumentCounts();
    }

    /// <summary>Creates an extractor. Costs milliseconds: it reads the lexicon's document counts.</summary>
    /// <param name="segmenter">Cuts the texts; its lexicon says how many reviews each word occurs in.</param>
    /// <param name="options">Options, or null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="segmenter"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static KeywordExtractor Create(Segmenter segmenter, KeywordOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        options ??= new KeywordOptions();
        if (!(options.MaxDocumentShare is > 0 and <= 1)) throw new ArgumentException($"MaxDocumentShare is {options.MaxDocumentShare}; it must lie in (0, 1].", nameof(options));
        if (options.MinLength < 1) throw new ArgumentException($"MinLength is {options.MinLength}; it must be 1 or more.", nameof(options));
        return new KeywordExtractor(segmenter, options);
    }

    /// <summary>
    /// Keywords by term frequency and inverse document frequency: occurrences ÷ occurrences of all candidates × ln((N + 1) ÷ (n + 1)),
    /// where n of the lexicon's N counted reviews hold the word (Spärck Jones 1972, smoothed by one). A lexicon without counts
    /// weighs by occurrences alone.
    /// </summary>
    /// <param name="texts">The texts; taken as one.</param>
    /// <param name="count">How many keywords at most, 0 or more.</param>
    /// <returns>The heaviest first; of equal weights in ordinal order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ImmutableArray<Keyword> ByTfIdf(IEnumerable<string> texts, int count)
    {
        var candidates = Read(texts, count);
        double total = 0;
        foreach (var occurrences in candidates.Occurrences) total += occurrences;
        return candidates.Heaviest(count, i => candidates.Occurrences[i] / total * _counts.InverseFrequency(candidates.Words[i]));
    }

    /// <summary>
    /// Keywords by TextRank (Mihalcea and Tarau 2004): words that stand within five tokens of each other vote for each other, with
    /// damping 0.85, until no weight moves by more than 1e-6 or 100 rounds have passed.
    /// </summary>
    /// <param name="texts">The texts; words of different texts do not vote for each other.</param>
    /// <param name="count">How many keywords at most, 0 or more.</param>
    /// <returns>The heaviest first; of equal weights in ordinal order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> or one of them is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ImmutableArray<Keyword> ByTextRank(IEnumerable<string> texts, int count)
    {
        var candidates = Read(texts, count);
        var weights = candidates.Graph.Rank(candidates.Words.Count);
        return candidates.Heaviest(count, i => weights[i]);
    }

    private KeywordCandidates Read(IEnumerable<string> texts, int count)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var candidates = new KeywordCandidates(_segmenter.Lexicon, _options, _counts);
        var session = _segmenter.OpenSession();
        foreach (var text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            candidates.Add(text, session.Segment(text));
        }
        return candidates;
    }
}
