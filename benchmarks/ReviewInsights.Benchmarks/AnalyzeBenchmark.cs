using BenchmarkDotNet.Attributes;

namespace ReviewInsights.Benchmarks;

/// <summary>The cost of one review of 20 to 600 characters: words only, the session, and the objects a caller keeps.</summary>
[MemoryDiagnoser]
public class AnalyzeBenchmark
{
    private const string Sentence = "物流很快，包装严实，手机外观漂亮，但是电池不太耐用，客服态度倒是挺好，希望改进。";

    private ReviewAnalyzer _analyzer = null!;
    private AnalysisSession _session = null!;
    private string _text = "";

    [Params(20, 60, 130, 600)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
        _session = _analyzer.OpenSession();
        _text = string.Concat(Enumerable.Repeat(Sentence, Length / Sentence.Length + 1))[..Length];
    }

    [GlobalCleanup]
    public void Cleanup() => _session.Dispose();

    [Benchmark(Baseline = true)]
    public int Segment() => _session.Segment(_text).Length;

    [Benchmark]
    public int Session() => _session.Analyze(_text).Length;

    [Benchmark]
    public int Objects() => _analyzer.Analyze(_text).Opinions.Length;
}
