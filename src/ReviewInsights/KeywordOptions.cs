using System.Collections.Immutable;

namespace ReviewInsights;

/// <summary>Options of a <see cref="KeywordExtractor"/>. Immutable.</summary>
public sealed record KeywordOptions
{
    /// <summary>Classes of words that may be keywords.</summary>
    /// <value>The default is nouns, names, verbs, adjectives, idioms, letters and digits, and other words of the dictionary.</value>
    public ImmutableArray<WordTag> Tags { get; init; } =
        [WordTag.Noun, WordTag.Name, WordTag.Verb, WordTag.Adjective, WordTag.Idiom, WordTag.Alphanumeric, WordTag.Other];

    /// <summary>Shortest keyword, in UTF-16 code units.</summary>
    /// <value>The default is 2.</value>
    public int MinLength { get; init; } = 2;

    /// <summary>
    /// Words that occur in a larger share of the reviews counted for the lexicon are no keywords: they fit any review. In (0, 1].
    /// </summary>
    /// <value>The default is 0.05.</value>
    public double MaxDocumentShare { get; init; } = 0.05;

    /// <summary>Words that are never keywords.</summary>
    /// <value>The default is empty.</value>
    public ImmutableHashSet<string> StopWords { get; init; } = [];
}
