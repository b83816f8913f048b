using BenchmarkDotNet.Attributes;
using ReviewInsights.Training;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>The lexicon of this repository, compiled from its tables; and one word laid over the compiled one.</summary>
[WarmupCount(1), IterationCount(3)]
public class CompileBenchmark
{
    private readonly Lexicon _lexicon = Lexicon.LoadDefault();

    [Benchmark(Baseline = true)]
    public Lexicon Folder() => LexiconFolder.Compile(Repository.PathOf("lexicons"), "benchmark");

    [Benchmark]
    public Lexicon OneWordMore() => _lexicon.ToBuilder().AddWord("闪充").Build();
}
