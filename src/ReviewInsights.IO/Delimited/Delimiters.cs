using ReviewInsights.IO.Columns;

namespace ReviewInsights.IO.Delimited;

/// <summary>Which character separates the cells, told from the header row.</summary>
internal static class Delimiters
{
    private static readonly char[] Candidates = [',', '\t', ';', '|'];

    /// <summary>The delimiter that uncovers a column with the review text, or else the most frequent one.</summary>
    public static char Guess(ReadOnlySpan<char> header, ColumnMap map) => FindText(header, map) ?? MostFrequent(header);

    /// <summary>The delimiter under which a cell of the row names the text column, or null.</summary>
    public static char? FindText(ReadOnlySpan<char> header, ColumnMap map)
    {
        char? best = null;
        var bestCells = 0;
        foreach (var candidate in Candidates)
        {
            var cells = header.ToString().Split(candidate);
            var hasText = cells.Any(c => map.TryFind(c.Trim('"'), out var match) && match.Field == ReviewField.Text);
            if (hasText && cells.Length > bestCells)
                (best, bestCells) = (candidate, cells.Length);
        }

        return best;
    }

    private static char MostFrequent(ReadOnlySpan<char> header)
    {
        var best = Candidates[0];
        foreach (var candidate in Candidates)
        {
            if (header.Count(candidate) > header.Count(best))
                best = candidate;
        }

        return best;
    }
}
