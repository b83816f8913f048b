using System.Globalization;
using BenchmarkDotNet.Attributes;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>A stream of reviews on one and on two threads, beside a plain loop.</summary>
public class BatchBenchmark
{
    private readonly ReviewAnalyzer _analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
    private Review[] _reviews = [];

    [ParamsSource(nameof(Corpora))]
    public Corpus Texts { get; set; } = null!;

    public static IEnumerable<Corpus> Corpora() => [Corpus.Mixed()];

    [GlobalSetup]
    public void Setup() => _reviews = [.. Texts.Texts.Select((text, i) => new Review(i.ToString(CultureInfo.InvariantCulture), text))];

    [Benchmark(Baseline = true)]
    public int Loop()
    {
        var opinions = 0;
        foreach (var review in _reviews) opinions += _analyzer.Analyze(review).Opinions.Length;
        return opinions;
    }

    [Benchmark]
    public Task<int> OneThread() => Run(threads: 1);

    [Benchmark]
    public Task<int> TwoThreads() => Run(threads: 2);

    private async Task<int> Run(int threads)
    {
        var opinions = 0;
        await foreach (var item in _analyzer.AnalyzeAsync(_reviews.ToAsyncEnumerable(), new BatchOptions { MaxDegreeOfParallelism = threads }))
            opinions += item.Analysis!.Opinions.Length;
        return opinions;
    }
}
