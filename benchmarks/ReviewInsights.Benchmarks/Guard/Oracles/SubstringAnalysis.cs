using System.Globalization;

namespace ReviewInsights.Benchmarks.Guard.Oracles;

/// <summary>An opinion as the oracle finds it.</summary>
internal sealed record FoundOpinion(string Aspect, string Expression, double Score);

/// <summary>
/// Opinion mining by looking up every substring of every clause: targets and opinion words in dictionaries of strings, a negator
/// in front turns the score round, the last target of the clause takes it. It finds far less than we do; it is here for its cost.
/// </summary>
internal sealed class SubstringAnalysis
{
    private const int LongestTerm = 8;

    private static readonly char[] ClauseEnds = [.. "，。！？；…～,.!?; "];

    private readonly Dictionary<string, double> _opinions = [];
    private readonly Dictionary<string, string> _targets = [];
    private readonly Dictionary<string, double> _negators = [];

    internal SubstringAnalysis()
    {
        foreach (var file in (string[])["general.tsv", "implied.tsv", "overall.tsv", "idioms.tsv"])
            foreach (var row in LexiconTable.Rows("polarity", file)) _opinions[row[0]] = Number(row[1]);
        foreach (var row in LexiconTable.Rows("aspects", "terms.tsv")) _targets[row[0]] = row[1];
        foreach (var row in LexiconTable.Rows("rules", "negators.tsv")) _negators[row[0]] = Number(row[1]);
    }

    internal List<FoundOpinion> Analyze(string text)
    {
        var found = new List<FoundOpinion>();
        foreach (var clause in text.Split(ClauseEnds, StringSplitOptions.RemoveEmptyEntries)) AnalyzeClause(clause, found);
        return found;
    }

    private void AnalyzeClause(string clause, List<FoundOpinion> found)
    {
        var (aspect, factor) = ("overall", 1.0);
        for (var start = 0; start < clause.Length; start++)
        {
            for (var length = Math.Min(LongestTerm, clause.Length - start); length > 0; length--)
            {
                var term = clause.Substring(start, length);
                if (_targets.TryGetValue(term, out var target)) aspect = target;
                if (_negators.TryGetValue(term, out var negation)) factor = negation;
                if (!_opinions.TryGetValue(term, out var valence)) continue;
                found.Add(new FoundOpinion(aspect, term, valence * factor));
                factor = 1;
                start += length - 1;
                break;
            }
        }
    }

    private static double Number(string text) => text.Length == 0 ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
}
