using ReviewInsights.Segmentation;
using ReviewInsights.Text;

namespace ReviewInsights.Tests.Segmentation;

/// <summary>
/// The definition of a segmentation, spelled out: among all ways to cut the text into dictionary words, runs and single
/// characters, the likeliest; of equal ones the one whose words are longest from the right.
/// </summary>
internal sealed class SlowSegmenter(Lexicon lexicon)
{
    private const double Unknown = -18;

    internal IEnumerable<int> Ends(string text)
    {
        var best = new double[text.Length + 1];
        var end = new int[text.Length];
        var runs = new int[text.Length];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            runs[i] = RunRules.EndOf(text, CharacterTable.All, runs, i);
            best[i] = Unknown + best[runs[i]];
            end[i] = runs[i];
            for (var j = i + 1; j <= text.Length; j++)
            {
                if (LogProbability(text[i..j]) is not { } log || log + best[j] < best[i]) continue;
                var cutsRun = runs[j - 1] > j || (runs[i] > i + 1 && j < runs[i]);
                if (cutsRun) continue;
                (best[i], end[i]) = (log + best[j], j);
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
            if (lexicon.Trie[next].Check != node) return null;
            node = next;
        }
        var log = lexicon.Trie[node].LogProbability;
        return float.IsNaN(log) ? null : log;
    }
}
