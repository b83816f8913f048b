namespace ReviewInsights.Benchmarks.Guard.Oracles;

/// <summary>
/// Reads the tables below <c>lexicons/</c> in the plainest way, so that the oracles know the words that we know.
/// </summary>
internal static class LexiconTable
{
    /// <summary>The rows of a table as cells, without comments and header.</summary>
    internal static IEnumerable<string[]> Rows(params string[] path) =>
        File.ReadAllLines(Repository.PathOf(["lexicons", .. path]))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('\t'));

    /// <summary>The segmentation dictionary: word and frequency.</summary>
    internal static Dictionary<string, long> Words()
    {
        var words = new Dictionary<string, long>();
        foreach (var row in Rows("segment", "words.tsv")) words[row[0]] = long.Parse(row[1]);
        return words;
    }

    /// <summary>A table as it lies on the disk.</summary>
    internal static byte[] Bytes(params string[] path) => File.ReadAllBytes(Repository.PathOf(["lexicons", .. path]));

    /// <summary>The least that reading a table costs: a look at each byte.</summary>
    internal static int CountCells(byte[] table)
    {
        var cells = 0;
        foreach (var value in table)
            if (value is (byte)'\t' or (byte)'\n') cells++;
        return cells;
    }
}
