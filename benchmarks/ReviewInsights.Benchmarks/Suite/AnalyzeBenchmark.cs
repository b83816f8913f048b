using BenchmarkDotNet.Attributes;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>What the objects of a result cost beside the session that finds the same.</summary>
public class AnalyzeBenchmark
{
    private readonly ReviewAnalyzer _analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
    private AnalysisSession _session = null!;

    [ParamsSource(nameof(Corpora))]
    public Corpus Texts { get; set; } = null!;

    public static IEnumerable<Corpus> Corpora() => [Corpus.Mixed(), .. Corpus.ByLength()];

    [GlobalSetup]
    public void Setup() => _session = _analyzer.OpenSession();

    [GlobalCleanup]
    public void Cleanup() => _session.Dispose();

    [Benchmark(Baseline = true)]
    public int Session()
    {
        var opinions = 0;
        foreach (var text in Texts.Texts) opinions += _session.Analyze(text).Length;
        return opinions;
    }

    [Benchmark]
    public int Objects()
    {
        var opinions = 0;
        foreach (var text in Texts.Texts) opinions += _analyzer.Analyze(text).Opinions.Length;
        return opinions;
    }
}
