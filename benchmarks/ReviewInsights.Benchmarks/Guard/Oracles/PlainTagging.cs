namespace ReviewInsights.Benchmarks.Guard.Oracles;

/// <summary>The command <c>tag</c> the plain way: read a line, look up its substrings, write a line.</summary>
internal static class PlainTagging
{
    internal static void Run(SubstringAnalysis analysis, string input, string output)
    {
        using var writer = new StreamWriter(output);
        foreach (var (id, text) in PlainRecords.ReadCsv(input))
            writer.WriteLine(PlainRecords.ToJson(id, analysis.Analyze(text).Select(o => (o.Aspect, o.Expression, o.Score))));
    }
}
