namespace ReviewInsights.Lexicons;

/// <summary>Log-probabilities of the words of a unigram model: frequency over the sum of frequencies.</summary>
internal sealed class WordProbabilities
{
    private readonly LexiconModel _model;
    /// <summary>Of a word that must not be cut: outweighs whatever its neighbours could gain by cutting it.</summary>
    private const double Joined = 64;

    private const double Unknown = -18;

    private readonly double _logTotal;
    private readonly Dictionary<string, double> _raised = new(StringComparer.Ordinal);

    private WordProbabilities(LexiconModel model)
    {
        _model = model;
        // Summed in a fixed order: a sum of doubles depends on it, and the bytes must not.
        var total = 0.0;
        foreach (var pair in model.Words.OrderBy(p => p.Key, StringComparer.Ordinal)) total += pair.Value.Frequency is { } frequency && double.IsFinite(frequency) ? frequency : 0;
        _logTotal = Math.Log(Math.Max(total, 1));
        foreach (var (word, parts) in model.Splits.OrderBy(p => p.Key, StringComparer.Ordinal)) RaiseParts(word, parts);
    }

    /// <summary>Whether a log-probability of the compiled form is that of a word that must not be cut.</summary>
    internal static bool IsJoined(float logProbability) => logProbability == (float)Joined;

    internal static WordProbabilities Of(LexiconModel model) => new(model);

    internal double LogOf(string word)
    {
        if (_raised.TryGetValue(word, out var raised)) return raised;
        var row = _model.Words[word];
        if (row.Frequency is double.PositiveInfinity) return Joined;
        return Log(row.Frequency ?? Math.Max(WinningFrequency(word), row.Known));
    }

    /// <summary>Makes the parts of a split as probable as need be for the word's characters to be cut there and nowhere else.</summary>
    private void RaiseParts(string word, string[] parts)
    {
        const double Margin = 0.1;
        var cuts = new HashSet<int>();
        var at = 0;
        foreach (var part in parts) cuts.Add(at += part.Length);
        // What rivals share with the parts rises with them, so the gap closes by steps; every step closes 1/n of it or more.
        for (var step = 0; step < 200; step++)
        {
            var missing = BestOther(word, cuts) + Margin - parts.Sum(LogOf);
            if (missing <= Margin / 2) return;
            foreach (var part in parts.Distinct(StringComparer.Ordinal)) _raised[part] = LogOf(part) + (missing / parts.Length);
        }
    }

    /// <summary>The best log-probability of all ways to cut a word but the one with exactly these cuts.</summary>
    private double BestOther(string word, HashSet<int> cuts)
    {
        // [0] with the wanted cuts so far, [1] with others.
        var best = new double[word.Length + 1, 2];
        for (var end = 1; end <= word.Length; end++)
        {
            best[end, 0] = best[end, 1] = double.NegativeInfinity;
            for (var start = 0; start < end; start++)
            {
                var log = _model.Words.ContainsKey(word[start..end]) ? LogOf(word[start..end]) : end == start + 1 ? Unknown : double.NegativeInfinity;
                var isWanted = cuts.Contains(end) && (start == 0 || cuts.Contains(start)) && !Enumerable.Range(start + 1, end - start - 1).Any(cuts.Contains);
                if (isWanted && (start == 0 || !double.IsNegativeInfinity(best[start, 0]))) best[end, 0] = Math.Max(best[end, 0], log + best[start, 0]);
                var others = start == 0 ? (isWanted ? double.NegativeInfinity : 0) : isWanted ? best[start, 1] : Math.Max(best[start, 0], best[start, 1]);
                best[end, 1] = Math.Max(best[end, 1], log + others);
            }
        }
        return best[word.Length, 1];
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
                if (_model.Words.TryGetValue(word[start..end], out var part) && part.Frequency is { } frequency && double.IsFinite(frequency))
                    best[end] = Math.Max(best[end], best[start] + Log(frequency));
            }
        }
        const double Margin = 1.1;
        return Math.Max(3, Math.Exp(best[word.Length] + _logTotal) * Margin);
    }
}
