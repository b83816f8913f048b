using System.Collections.Immutable;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Keywords;

/// <summary>The words of the texts that may be keywords, in the order in which they first occur.</summary>
internal sealed class KeywordCandidates(Lexicon lexicon, KeywordOptions options, DocumentCounts counts)
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<int> _indexOfToken = [];

    internal List<string> Words { get; } = [];

    internal List<int> Occurrences { get; } = [];

    internal WordGraph Graph { get; } = new();

    internal void Add(string text, ReadOnlySpan<Token> tokens)
    {
        _indexOfToken.Clear();
        foreach (ref readonly var token in tokens) _indexOfToken.Add(IndexOf(text, token));
        Graph.Add(_indexOfToken);
    }

    internal ImmutableArray<Keyword> Heaviest(int count, Func<int, double> weight) =>
        [.. Enumerable.Range(0, Words.Count)
            .Select(i => new Keyword(Words[i], weight(i), Occurrences[i]))
            .OrderByDescending(k => k.Weight)
            .ThenBy(k => k.Word, StringComparer.Ordinal)
            .Take(count)];

    private int IndexOf(string text, in Token token)
    {
        const int None = -1;
        if (token.Span.Length < options.MinLength || !options.Tags.Contains(token.Tag)) return None;
        var word = lexicon.Fold(token.Span.Of(text));
        if (counts.ShareOf(word) > options.MaxDocumentShare || options.StopWords.Contains(word)) return None;
        if (!_indexes.TryGetValue(word, out var index))
        {
            _indexes.Add(word, index = Words.Count);
            Words.Add(word);
            Occurrences.Add(0);
        }
        Occurrences[index]++;
        return index;
    }
}
