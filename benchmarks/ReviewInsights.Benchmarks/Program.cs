using System.CommandLine;
using BenchmarkDotNet.Running;
using ReviewInsights.Benchmarks;
using ReviewInsights.Benchmarks.Generation;
using ReviewInsights.Benchmarks.Guard;
using ReviewInsights.Benchmarks.Suite;

var verbs = new RootCommand("Measures ReviewInsights; without a verb, runs the BenchmarkDotNet suite.") { GenerateCommand.Create(), GuardCommand.Create() };
if (args is ["throughput", var what, var path]) return Throughput.Run(what, path);
if (args.Length > 0 && verbs.Subcommands.Any(verb => verb.Name == args[0])) return verbs.Parse(args).Invoke();
BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args, SuiteConfig.Create());
return 0;
