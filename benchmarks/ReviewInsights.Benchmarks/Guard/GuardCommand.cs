using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Guard;

/// <summary><c>guard</c>: whether the code is as fast and as thrifty as it was.</summary>
internal static class GuardCommand
{
    // What a run under two minutes has the time for; the sizes that were promised take a full run.
    private const string QuickDump = "64M";
    private static readonly string[] FullDumps = ["1G", "4G"];

    internal static Command Create()
    {
        var update = new Option<bool>("--update") { Description = "Write what is measured into the baseline and print the difference" };
        var full = new Option<bool>("--full") { Description = $"Take the peak memory of dumps of {string.Join(" and ", FullDumps)}, which takes its time" };
        var dump = new Option<string>("--dump") { Description = "Size of the dump whose peak memory is taken", DefaultValueFactory = _ => QuickDump };
        var only = new Option<string[]>("--only") { Description = "Take this measure only; repeatable", DefaultValueFactory = _ => [] };
        var baseline = new Option<string>("--baseline")
        {
            Description = "File to compare with",
            DefaultValueFactory = _ => Repository.PathOf("benchmarks", "guard.json"),
        };
        var command = new Command("guard", "Compares ratios to naive oracles with the baseline, and allocation, growth and memory with their ceilings.")
        {
            update, full, dump, only, baseline,
        };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            using var set = new MeasureSet();
            var dumps = parsed.GetValue(full) ? FullDumps : [parsed.GetValue(dump)!];
            var names = parsed.GetValue(only)!;
            var measures = set.All(dumps.Select(GenerateCommand.ParseSize)).Where(measure => names.Length == 0 || names.Contains(measure.Name));
            var before = Baseline.Read(parsed.GetValue(baseline)!);
            var verdicts = new GuardRun(before, Console.Out).Take(measures);
            if (parsed.GetValue(update)) Update(before, verdicts, parsed.GetValue(baseline)!);
            // What was accepted just now has not failed; a ceiling is not moved by accepting.
            var failed = verdicts.Where(verdict => !verdict.Passed && !(parsed.GetValue(update) && verdict.IsRatio)).ToArray();
            foreach (var verdict in failed) Console.WriteLine($"FAILED {verdict}");
            Console.WriteLine($"{verdicts.Count - failed.Length} of {verdicts.Count} kept, {clock.Elapsed.TotalSeconds:0} s");
            return failed.Length == 0 ? 0 : 1;
        });
        return command;
    }

    private static void Update(Baseline before, List<Verdict> verdicts, string path)
    {
        foreach (var verdict in verdicts)
        {
            var change = verdict.Baseline is { } old and not 0 ? $" ({verdict.Measured / old - 1:+0%;-0%;±0%})" : "";
            Console.WriteLine($"{verdict.Name}: {Verdict.Number(verdict.Baseline)} -> {Verdict.Number(verdict.Measured)}{change}");
        }
        before.With($"{Machine.Processor}, {RuntimeInformation.FrameworkDescription}", verdicts).Write(path);
        Console.WriteLine($"written to {Path.GetRelativePath(Repository.Root, path)}");
    }
}
