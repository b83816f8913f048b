namespace ReviewInsights.Benchmarks.Guard.Oracles;

/// <summary>
/// Forward maximum matching over a dictionary of strings: at each place the longest word, else one character. What everybody writes
/// first, and what a segmenter with tables has to beat.
/// </summary>
internal sealed class MaximumMatching(Dictionary<string, long> words)
{
    private const int LongestWord = 6;

    internal List<(int Start, int Length)> Segment(string text)
    {
        var tokens = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(LongestWord, text.Length - start);
            while (length > 1 && !words.ContainsKey(text.Substring(start, length))) length--;
            tokens.Add((start, length));
            start += length;
        }
        return tokens;
    }
}
