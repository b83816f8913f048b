using BenchmarkDotNet.Running;
using ReviewInsights.Benchmarks;

if (args is ["throughput", var what, var path]) return Throughput.Run(what, path);
BenchmarkSwitcher.FromAssembly(typeof(AnalyzeBenchmark).Assembly).Run(args);
return 0;
