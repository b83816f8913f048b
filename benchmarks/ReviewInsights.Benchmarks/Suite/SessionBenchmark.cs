using BenchmarkDotNet.Attributes;
using ReviewInsights.Benchmarks.Guard.Oracles;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>The whole analysis without objects: with the model, by rules alone, and beside a look-up of substrings.</summary>
public class SessionBenchmark
{
    private readonly SubstringAnalysis _substrings = new();
    private AnalysisSession _session = null!;
    private AnalysisSession _rules = null!;

    [ParamsSource(nameof(Corpora))]
    public Corpus Texts { get; set; } = null!;

    public static IEnumerable<Corpus> Corpora() => Corpus.All();

    [GlobalSetup]
    public void Setup()
    {
        var lexicon = Lexicon.LoadDefault();
        _session = ReviewAnalyzer.Create(lexicon).OpenSession();
        _rules = ReviewAnalyzer.Create(lexicon, new ReviewAnalyzerOptions { RulesOnly = true }).OpenSession();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _session.Dispose();
        _rules.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int SubstringLookup()
    {
        var opinions = 0;
        foreach (var text in Texts.Texts) opinions += _substrings.Analyze(text).Count;
        return opinions;
    }

    [Benchmark]
    public int RulesOnly() => Analyze(_rules);

    [Benchmark]
    public int WithModel() => Analyze(_session);

    private int Analyze(AnalysisSession session)
    {
        var opinions = 0;
        foreach (var text in Texts.Texts) opinions += session.Analyze(text).Length;
        return opinions;
    }
}
