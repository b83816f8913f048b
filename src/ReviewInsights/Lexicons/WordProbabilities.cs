namespace ReviewInsights.Lexicons;

/// <summary>Log-probabilities of the words of a unigram model: frequency over the sum of frequencies.</summary>
internal sealed class WordProbabilities
{
    private readonly LexiconModel _model;
    private readonly double _logTotal;

    private WordProbabilities(LexiconModel model)
    {
        _model = model;
        // Summed in a fixed order: a sum of doubles depends on it, and the bytes must not.
        var total = 0.0;
        foreach (var pair in model.Words.OrderBy(p => p.Key, StringComparer.Ordinal)) total += pair.Value.Frequency ?? 0;
        _logTotal = Math.Log(Math.Max(total, 1));
    }

    internal static WordProbabilities Of(LexiconModel model) => new(model);

    internal double LogOf(string word)
    {
        var row = _model.Words[word];
        return Log(row.Frequency ?? Math.Max(WinningFrequency(word), row.Known));
    }

    private double Log(double frequency) => Math.Log(Math.Max(frequency, 1)) - _logTotal;

    /// <summary>
    /// The frequency with which the word is as probable as its best split, and a little more: what jieba calls
    /// suggesting a frequency, so that a user word given without one is found as one.
    /// </summary>
    private double WinningFrequency(string word)
    {
        var best = new double[word.Length + 1];
        for (var end = 1; end <= word.Length; end++)
        {
            best[end] = best[end - 1] + Log(1);
            for (var start = 0; start < end; start++)
            {
                if (end - start == word.Length) continue;
                if (_model.Words.TryGetValue(word[start..end], out var part) && part.Frequency is { } frequency)
                    best[end] = Math.Max(best[end], best[start] + Log(frequency));
            }
        }
        const double Margin = 1.1;
        return Math.Max(3, Math.Exp(best[word.Length] + _logTotal) * Margin);
    }
}
