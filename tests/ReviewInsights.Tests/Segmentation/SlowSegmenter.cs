using ReviewInsights.Segmentation;

namespace ReviewInsights.Tests.Segmentation;

/// <summary>
/// The definition of a segmentation, spelled out: among all ways to cut the text into dictionary words, runs, and numbers
/// with their unit, the likeliest; no cut lies inside a run. Of equal ones the one whose words are longest from the left.
/// </summary>
internal sealed class SlowSegmenter(Lexicon lexicon)
{
    private const double Unknown = -18;
    private const double Unit = -5;

    /// <summary>Words are looked for no further than this: longer than any of the dictionary.</summary>
    private const int LongestWord = 40;

    internal IEnumerable<int> Ends(string text)
    {
        var runEnd = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i = runEnd[i]) runEnd[i] = RunRules.EndOf(text, i);
        var best = new double[text.Length + 1];
        var end = new int[text.Length];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (runEnd[i] == 0) continue;
            var run = runEnd[i];
            (best[i], end[i]) = (Unknown + best[run], run);
            if (run < text.Length && RunRules.IsNumberWithUnit(text.AsSpan()[i..run], text[run]) && Unit + best[run + 1] >= best[run])
                (best[i], end[i]) = (Unknown + (Unit + best[run + 1]), run + 1);
            for (var j = i + 1; j <= Math.Min(text.Length, i + LongestWord); j++)
            {
                var isCut = j == text.Length || runEnd[j] != 0;
                if (isCut && LogProbability(text[i..j]) is { } log && log + best[j] >= best[i]) (best[i], end[i]) = (log + best[j], j);
            }
        }
        for (var i = 0; i < text.Length; i = end[i]) yield return end[i];
    }

    private double? LogProbability(string word)
    {
        var node = 0;
        foreach (var c in word)
        {
            var code = lexicon.CharacterCodes[c];
            if (code == 0 || lexicon.Trie[node].Base == 0) return null;
            var next = lexicon.Trie[node].Base + code;
            if (!lexicon.Trie.Leads(code, next)) return null;
            node = next;
        }
        var log = lexicon.Trie[node].LogProbability;
        return float.IsNaN(log) ? null : log;
    }
}
