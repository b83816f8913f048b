using System.Buffers;

namespace ReviewInsights.Training.Importing;

/// <summary>
/// Why an entry of a general dictionary leaves the dictionary for reviews. Each rule sees one entry and the words that
/// were left when the rule began. Thresholds were chosen by word-span F1 on news and on reviews, and by the share of
/// marked aspect and opinion phrases that a token cuts through.
/// </summary>
internal static class PruningRules
{
    // The binary's look-up walks at most this far; longer entries are titles and slogans, 0.1 % of the dictionary.
    internal const int LongestWord = 8;

    // A part must be a common word: rare parts explain almost anything by accident.
    internal const int CompoundPartFrequency = 100;

    // In log units: the entry may be e^6 = 400 times likelier than its parts side by side and still be called their sum.
    internal const double CompoundMargin = 6;

    internal const int PhraseMaxFrequency = 200;
    internal const int PhrasePartFrequency = 200;
    internal const double PhraseMargin = 8;

    // The dictionary gives 3 to every word that it took from lists without a count.
    internal const int UncountedFrequency = 3;
    internal const int SeenOften = 3;

    // Function words and the commonest verbs and adjectives of reviews: what stands beside them is a word of its own.
    private static readonly SearchValues<char> Separable =
        SearchValues.Create("不没很太也都还就再又有是在说买用吃玩看好小大高低多少快慢的了着过给把被让和跟对比");

    /// <summary>Titles, slogans and characters outside the Basic Multilingual Plane, which look-up does not reach.</summary>
    internal static bool IsOutOfReach(DictionaryEntry entry) =>
        !entry.IsIdiom && (entry.Word.Length > LongestWord || entry.Word.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'));

    /// <summary>
    /// 价格便宜, 服务周到: four or more characters that common words explain. As one token they hide the aspect and the
    /// opinion in each other.
    /// </summary>
    internal static bool IsCompoundOfCommonWords(DictionaryEntry entry, WordTable words)
    {
        if (entry.Word.Length < 4 || entry.IsIdiom || entry.IsNameOrAbbreviation)
            return false;

        var parts = BestPartition(entry.Word, words);
        return words.LogProbability(entry.Frequency) - parts < CompoundMargin;
    }

    /// <summary>
    /// 不好用, 很漂亮, 买回来: a weak entry of three or four characters that is a function character beside a common
    /// word. As one token it swallows the negation or the degree.
    /// </summary>
    internal static bool IsFunctionWordPhrase(DictionaryEntry entry, WordTable words)
    {
        if (entry.Frequency > PhraseMaxFrequency || entry.IsIdiom || entry.IsNameOrAbbreviation)
            return false;

        var parts = entry.Word.Length switch
        {
            3 => Math.Max(SplitAt(entry.Word, 1, 3, words), SplitAt(entry.Word, 2, 3, words)),
            4 => Math.Max(SplitAt(entry.Word, 1, 2, words), SplitAt(entry.Word, 2, 3, words)),
            _ => double.NegativeInfinity,
        };
        return words.LogProbability(entry.Frequency) - parts < PhraseMargin;
    }

    /// <summary>Uncounted words that reviews do not use either: they can only take characters from words that are meant.</summary>
    internal static bool IsUnattested(DictionaryEntry entry, IReadOnlyDictionary<string, int> seen) =>
        entry.Word.Length > 1
        && entry.Frequency <= UncountedFrequency
        && !entry.IsIdiom
        && seen.GetValueOrDefault(entry.Word) < SeenOften;

    /// <summary>Log-probability of the likeliest partition into two or more common words of two or more characters.</summary>
    private static double BestPartition(string word, WordTable words)
    {
        var best = new double[word.Length + 1];
        Array.Fill(best, double.NegativeInfinity, 1, word.Length);
        for (var start = 0; start < word.Length; start++)
        {
            for (var end = start + 2; end <= word.Length; end++)
            {
                var isWhole = end - start == word.Length;
                if (!isWhole && words.TryGet(word.AsSpan(start, end - start), out var part) && part.Frequency >= CompoundPartFrequency)
                    best[end] = Math.Max(best[end], best[start] + words.LogProbability(part.Frequency));
            }
        }

        return best[^1];
    }

    /// <summary>Log-probability of the parts [0, first), [first, second), [second, end), if each may stand alone.</summary>
    private static double SplitAt(string word, int first, int second, WordTable words)
    {
        var text = word.AsSpan();
        return PartProbability(text[..first], words) + PartProbability(text[first..second], words)
            + (second < word.Length ? PartProbability(text[second..], words) : 0);
    }

    private static double PartProbability(ReadOnlySpan<char> part, WordTable words)
    {
        var mayStandAlone = words.TryGet(part, out var entry)
            && (part.Length == 1 ? Separable.Contains(part[0]) : entry.Frequency >= PhrasePartFrequency);
        return mayStandAlone ? words.LogProbability(entry.Frequency) : double.NegativeInfinity;
    }
}
