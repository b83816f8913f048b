using BenchmarkDotNet.Attributes;
using ReviewInsights.Benchmarks.Guard.Oracles;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>Words as offsets and as strings, beside maximum matching over a dictionary of strings.</summary>
public class SegmentBenchmark
{
    private readonly Segmenter _segmenter = Segmenter.Create(Lexicon.LoadDefault());
    private readonly MaximumMatching _matching = new(LexiconTable.Words());
    private AnalysisSession _session = null!;

    [ParamsSource(nameof(Corpora))]
    public Corpus Texts { get; set; } = null!;

    public static IEnumerable<Corpus> Corpora() => Corpus.All();

    [GlobalSetup]
    public void Setup() => _session = ReviewAnalyzer.Create(_segmenter.Lexicon).OpenSession();

    [GlobalCleanup]
    public void Cleanup() => _session.Dispose();

    [Benchmark(Baseline = true)]
    public int MaximumMatching()
    {
        var tokens = 0;
        foreach (var text in Texts.Texts) tokens += _matching.Segment(text).Count;
        return tokens;
    }

    [Benchmark]
    public int Offsets()
    {
        var tokens = 0;
        foreach (var text in Texts.Texts) tokens += _session.Segment(text).Length;
        return tokens;
    }

    [Benchmark]
    public int Strings()
    {
        var tokens = 0;
        foreach (var text in Texts.Texts) tokens += _segmenter.Cut(text).Length;
        return tokens;
    }
}
