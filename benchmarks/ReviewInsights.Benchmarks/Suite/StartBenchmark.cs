using BenchmarkDotNet.Attributes;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>From the start of the process to the first tagged review, written and gone.</summary>
[WarmupCount(1), IterationCount(15)]
public class StartBenchmark
{
    private Scratch _scratch = null!;

    [GlobalSetup]
    public void Setup()
    {
        _scratch = new Scratch();
        File.WriteAllText(_scratch["one.txt"], "物流很快，可惜电池不耐用。\n");
    }

    [GlobalCleanup]
    public void Cleanup() => _scratch.Dispose();

    [Benchmark(Baseline = true)]
    public long Help() => CommandLineTool.RunApart("tag", "--help");

    [Benchmark]
    public long TagOneReview() => CommandLineTool.RunApart("tag", _scratch["one.txt"], "--output", _scratch["tagged.ndjson"], "--log-level", "warning");
}
