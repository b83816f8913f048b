using BenchmarkDotNet.Attributes;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>How long it takes until a lexicon can be used: mapped from the assembly, or read and checked from a stream.</summary>
public class LoadBenchmark
{
    private readonly MemoryStream _compiled = new();

    [GlobalSetup]
    public void Setup() => Lexicon.LoadDefault().Save(_compiled);

    [Benchmark(Baseline = true)]
    public Lexicon FromStream()
    {
        _compiled.Position = 0;
        return Lexicon.Load(_compiled);
    }

    [Benchmark]
    public Lexicon Default() => Lexicon.LoadDefault();

    [Benchmark]
    public int DefaultToFirstReview()
    {
        using var session = ReviewAnalyzer.Create(Lexicon.LoadDefault()).OpenSession();
        return session.Analyze("物流很快，可惜电池不耐用。").Length;
    }
}
