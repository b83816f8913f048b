using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ReviewInsights.Benchmarks.Suite.Columns;

namespace ReviewInsights.Benchmarks.Suite;

/// <summary>What all benchmarks share: throughput and allocation beside the time.</summary>
internal static class SuiteConfig
{
    internal static IConfig Create() => DefaultConfig.Instance
        // In this process: a project a run would compile lexicon and libraries anew, which takes longer than most measurements.
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator())
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(ThroughputColumn.Megabytes, ThroughputColumn.Reviews, ThroughputColumn.NanosecondsPerCharacter);
}
