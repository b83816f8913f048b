namespace ReviewInsights.Training.Importing;

/// <summary>The words that are still in, with their probabilities. Rules look words up in the table as it was when they began.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, DictionaryEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DictionaryEntry>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly double logTotal;

    internal WordTable(IEnumerable<DictionaryEntry> source)
    {
        var total = 0L;
        foreach (var entry in source)
        {
            entries.Add(entry.Word, entry);
            total += entry.Frequency;
            LongestWord = Math.Max(LongestWord, entry.Word.Length);
        }

        bySpan = entries.GetAlternateLookup<ReadOnlySpan<char>>();
        logTotal = Math.Log(Math.Max(total, 1));
    }

    internal int Count => entries.Count;

    internal int LongestWord { get; }

    internal IEnumerable<DictionaryEntry> Entries => entries.Values;

    internal bool TryGet(ReadOnlySpan<char> word, out DictionaryEntry entry) => bySpan.TryGetValue(word, out entry);

    internal double LogProbability(int frequency) => Math.Log(frequency) - logTotal;
}
