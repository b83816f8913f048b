using System.CommandLine;
using System.CommandLine.Parsing;
using ReviewInsights.Cli.Curves;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>curve merge PART...</c>: what runs of <c>curve --partial</c> have gathered, in any order, becomes the curve of one run over everything.</summary>
internal static class CurveMergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var parts = new Argument<string[]>("PART")
        {
            Description = terminal.Say(
                "Files that curve --partial wrote, in any order, also several put behind each other; - is standard input",
                "curve --partial 写出的文件，顺序不限，也可首尾相接；- 表示标准输入"),
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new CurveFormatOptions(terminal);
        var partial = CurveFormatOptions.Partial(terminal);
        var command = new Command("merge", terminal.Say(
            "Merges parts of a curve into the curve that one run over all their reviews gives, byte for byte; grouped as the parts are.",
            "把多个部分结果合并为曲线，与一次处理全部评论逐字节相同；分组方式与各部分一致。")) { parts, partial };
        format.AddTo(command);
        var lexiconOptions = new AnalyzerOptions(terminal, command, findsOpinions: false);
        command.SetAction(parsed =>
        {
            RefuseOptionsOfCurve(terminal, parsed);
            var paths = parsed.GetValue(parts)!;
            var path = format.Path(parsed);
            OutputGuard.Check(terminal, paths, path);
            RefuseTwice(terminal, paths);
            InputOptions.MustExist(paths);
            var names = lexiconOptions.LoadLexicon(parsed).Info;
            if (parsed.GetValue(partial))
            {
                format.RefuseBesidePartial(parsed);
                var gathered = Merge(terminal, names, paths);
                CurveOutputs.Write(terminal, path, gathered.Save);
                return ExitCode.Done;
            }

            var write = format.Choose(parsed, names);
            var merged = Merge(terminal, names, paths);
            var report = Report(terminal, merged);
            CurveOutputs.Write(terminal, path, output => write(output, report));
            merged.StrangeStages.Report(terminal);
            return ExitCode.Done;
        });
        return command;
    }

    // The parser takes "curve INPUT --by product merge PART"; what was meant cannot be what would be done.
    private static void RefuseOptionsOfCurve(Terminal terminal, ParseResult parsed)
    {
        if (parsed.CommandResult.Parent is CommandResult curve && curve.Children.Any(child => child is ArgumentResult { Tokens.Count: > 0 } or OptionResult { Implicit: false }))
            throw new UsageException(terminal.Say("curve merge: inputs and options stand behind merge", "curve merge：输入和选项须写在 merge 之后"));
    }

    private static CurveCollector Merge(Terminal terminal, LexiconInfo lexicon, string[] paths)
    {
        CurveCollector? all = null;
        var (by, first) = ((string?)null, "");
        foreach (var path in paths)
        {
            using var file = path == "-" ? terminal.Input : File.OpenRead(path);
            foreach (var part in CurvePart.ReadAll(file, path))
            {
                if (all is null)
                {
                    (by, first) = (part.By, path);
                    all = new CurveCollector(lexicon, by);
                }

                if (!string.Equals(part.By, by, StringComparison.Ordinal))
                {
                    throw new UsageException(terminal.Say(
                        $"{path} is {Grouping(part.By)} and {first} is {Grouping(by)}; parts of one curve are made with the same --by",
                        $"{path} 与 {first} 的 --by 不同（{part.By ?? "无"}、{by ?? "无"}）；同一曲线的各部分须用相同的 --by"));
                }

                try
                {
                    all.Merge(part);
                }
                catch (InvalidDataException e) when (part.HasOtherStages(lexicon.Stages))
                {
                    throw new InvalidDataException(terminal.Say(
                        $"{path}: {e.Message} Give merge the --lexicon that the parts were made with.",
                        $"{path}：{e.Message} 请用生成各部分时的 --lexicon。"), e);
                }
                catch (Exception e) when (e is InvalidDataException or OverflowException)
                {
                    throw new InvalidDataException($"{path}: {e.Message}", e);
                }
            }
        }

        return all!;
    }

    private static string Grouping(string? by) => by is null ? "not grouped" : $"grouped by {by}";

    private static CurveReport Report(Terminal terminal, CurveCollector merged)
    {
        try
        {
            return merged.ToReport();
        }
        catch (OverflowException e)
        {
            throw new InvalidDataException(terminal.Say(
                "a part is damaged: together the parts count more reviews than a number can be",
                "某个部分已损坏：各部分的评论数之和超出数值范围"), e);
        }
    }

    private static void RefuseTwice(Terminal terminal, string[] paths)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!seen.Add(path == "-" ? path : Path.GetFullPath(path)))
                throw new UsageException(terminal.Say($"{path} is named twice; its reviews would count twice", $"{path} 出现两次，其评论会被重复计算"));
        }
    }
}
