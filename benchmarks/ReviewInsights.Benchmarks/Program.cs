using BenchmarkDotNet.Running;
using ReviewInsights.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(AnalyzeBenchmark).Assembly).Run(args);
