namespace ReviewInsights.Benchmarks.Guard.Oracles;

/// <summary>Reads and writes records with <c>Split</c>, <c>Replace</c> and <c>+</c>.</summary>
internal static class PlainRecords
{
    /// <summary>Id and text of each row of a CSV whose last column is the text.</summary>
    internal static IEnumerable<(string Id, string Text)> ReadCsv(string path)
    {
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var cells = line.Split(',', 7);
            yield return (cells[0], cells[6].StartsWith('"') ? cells[6][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cells[6]);
        }
    }

    /// <summary>A record as JSON.</summary>
    internal static string ToJson(string id, IEnumerable<(string Aspect, string Expression, double Score)> opinions)
    {
        var json = "{\"id\":\"" + Escape(id) + "\",\"opinions\":[";
        var separator = "";
        foreach (var opinion in opinions)
        {
            json += separator + "{\"aspect\":\"" + Escape(opinion.Aspect) + "\",\"expression\":\"" + Escape(opinion.Expression) + "\",\"score\":" + Math.Round(opinion.Score, 4) + "}";
            separator = ",";
        }
        return json + "]}";
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
