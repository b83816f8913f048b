using System.Collections.Immutable;
using System.Globalization;
using ReviewInsights.Text;
using ReviewInsights.Training.Importing;

namespace ReviewInsights.Training;

/// <summary>
/// Turns a dictionary in jieba's format into <c>segment/words.tsv</c>: look-up form, without the entries that glue or
/// cut words of reviews. Stateless; the same input gives the same bytes.
/// </summary>
public static class JiebaDictionaryImporter
{
    /// <summary>Reads, prunes and writes. Takes some seconds for 350,000 entries and 50,000 reviews.</summary>
    /// <param name="dictionary">Lines of <c>word frequency tag</c>, separated by one space each.</param>
    /// <param name="dictionaryName">What errors call the dictionary.</param>
    /// <param name="reviews">Texts in which uncounted words may prove that they are in use. May be empty.</param>
    /// <param name="output">Takes the rows: header, then by falling frequency, then by code point.</param>
    /// <param name="simplified">Traditional characters and their simplified forms (<see cref="OpenCcCharacterImporter.ReadCharacters"/>).</param>
    /// <exception cref="ImportFormatException">A line is not of that form.</exception>
    public static ImportReport ImportWords(
        TextReader dictionary,
        string dictionaryName,
        IEnumerable<string> reviews,
        TextWriter output,
        IReadOnlyDictionary<char, char>? simplified = null)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentNullException.ThrowIfNull(output);

        var folding = new CharacterFolding();
        foreach (var (from, to) in simplified ?? ImmutableDictionary<char, char>.Empty) folding.Add(from, to);
        var source = JiebaDictionaryReader.Read(dictionary, dictionaryName).ToList();
        var dropped = ImmutableArray.CreateBuilder<DroppedRows>();

        var words = Keep("same look-up form", source.Count, OnePerLookupForm(source, folding), dropped);
        words = Drop("out of reach", words, (entry, _) => PruningRules.IsOutOfReach(entry), dropped);
        words = Drop("compound of common words", words, PruningRules.IsCompoundOfCommonWords, dropped);
        words = Drop("phrase with a function word", words, PruningRules.IsFunctionWordPhrase, dropped);
        var seen = CountWords(words, reviews, folding);
        words = Drop("uncounted and not in reviews", words, (entry, _) => PruningRules.IsUnattested(entry, seen), dropped);

        Write(words, output);
        return new ImportReport(dictionaryName, source.Count, words.Count, dropped.ToImmutable());
    }

    /// <summary>
    /// Entries that look the same after folding become one. A form that was simplified to begin with keeps its own count:
    /// many counts of traditional characters come from misread bytes (鐨 紝 are halves of 的 and a comma).
    /// </summary>
    private static IEnumerable<DictionaryEntry> OnePerLookupForm(List<DictionaryEntry> source, CharacterFolding folding) =>
        from entry in source
        let folded = folding.Fold(entry.Word)
        group (entry, isOwnForm: folded == entry.Word) by folded into same
        let chosen = same.OrderByDescending(member => member.isOwnForm).ThenByDescending(member => member.entry.Frequency).First()
        select chosen.entry with { Word = same.Key };

    private static WordTable Drop(
        string rule, WordTable words, Func<DictionaryEntry, WordTable, bool> leaves, ImmutableArray<DroppedRows>.Builder dropped) =>
        Keep(rule, words.Count, words.Entries.Where(entry => !leaves(entry, words)), dropped);

    private static WordTable Keep(
        string rule, int before, IEnumerable<DictionaryEntry> kept, ImmutableArray<DroppedRows>.Builder dropped)
    {
        var words = new WordTable(kept);
        dropped.Add(new DroppedRows(rule, before - words.Count));
        return words;
    }

    private static IReadOnlyDictionary<string, int> CountWords(WordTable words, IEnumerable<string> reviews, CharacterFolding folding)
    {
        var counter = new ReviewWordCounter(words);
        foreach (var review in reviews)
            counter.Add(folding.Fold(review));
        return counter.Counts;
    }

    private static void Write(WordTable words, TextWriter output)
    {
        output.Write("word\tfrequency\ttag\n");
        foreach (var entry in words.Entries.OrderByDescending(entry => entry.Frequency).ThenBy(entry => entry.Word, StringComparer.Ordinal))
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{entry.Word}\t{entry.Frequency}\t{entry.Tag}\n"));
    }
}
