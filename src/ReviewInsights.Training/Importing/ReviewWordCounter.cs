using System.Runtime.InteropServices;

namespace ReviewInsights.Training.Importing;

/// <summary>Counts the words of reviews under the likeliest segmentation. A table of one run; not thread-safe.</summary>
internal sealed class ReviewWordCounter(WordTable words)
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private double[] scores = [];
    private int[] ends = [];

    internal IReadOnlyDictionary<string, int> Counts => counts;

    internal void Add(string text)
    {
        FindLikeliestEnds(text);
        for (var start = 0; start < text.Length; start = ends[start])
        {
            if (words.TryGet(text.AsSpan(start, ends[start] - start), out var entry))
                CollectionsMarshal.GetValueRefOrAddDefault(counts, entry.Word, out _)++;
        }
    }

    /// <summary>From right to left: where the first word of the likeliest segmentation of each suffix ends.</summary>
    private void FindLikeliestEnds(string text)
    {
        if (scores.Length <= text.Length)
        {
            scores = new double[text.Length * 2 + 1];
            ends = new int[text.Length * 2 + 1];
        }

        var unknown = words.LogProbability(1);
        scores[text.Length] = 0;
        for (var start = text.Length - 1; start >= 0; start--)
        {
            scores[start] = unknown + scores[start + 1];
            ends[start] = start + 1;
            for (var end = start + 1; end <= Math.Min(text.Length, start + words.LongestWord); end++)
            {
                if (!words.TryGet(text.AsSpan(start, end - start), out var entry))
                    continue;

                var score = words.LogProbability(entry.Frequency) + scores[end];
                if (score < scores[start])
                    continue;

                scores[start] = score;
                ends[start] = end;
            }
        }
    }
}
