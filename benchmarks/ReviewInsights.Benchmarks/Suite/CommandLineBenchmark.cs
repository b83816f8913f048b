using BenchmarkDotNet.Attributes;
using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>The tool from end to end, a process each: a dump on one and on two threads; <see cref="StartBenchmark"/> has the start alone.</summary>
[WarmupCount(1), IterationCount(3)]
public class CommandLineBenchmark
{
    private Scratch _scratch = null!;

    [ParamsSource(nameof(Corpora))]
    public Corpus Texts { get; set; } = null!;

    public static IEnumerable<Corpus> Corpora() => [Corpus.Dump()];

    [GlobalSetup]
    public void Setup()
    {
        _scratch = new Scratch();
        using var dump = File.Create(_scratch["dump.csv"]);
        Dump.Write(dump, DumpFormat.Of("csv"), Corpus.Seed, Texts.Texts.Length);
    }

    [GlobalCleanup]
    public void Cleanup() => _scratch.Dispose();

    [Benchmark(Baseline = true)]
    public long TagOneThread() => Tag(threads: "1");

    [Benchmark]
    public long TagTwoThreads() => Tag(threads: "2");

    private long Tag(string threads) =>
        CommandLineTool.RunApart("tag", _scratch["dump.csv"], "--output", _scratch["tagged.ndjson"], "--threads", threads, "--log-level", "warning");
}
