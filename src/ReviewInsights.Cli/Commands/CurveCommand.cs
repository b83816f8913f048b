using System.CommandLine;
using ReviewInsights.Cli.Curves;
using ReviewInsights.Cli.Reporting;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>curve INPUT</c>: the emotion curve over the stages of the journey, with its breakpoints.</summary>
internal static class CurveCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("INPUT")
        {
            Description = terminal.Say(
                "Raw reviews in any form that tag reads, or tagged NDJSON (told apart by content); - is standard input",
                "tag 可读取的任何格式的原始评论，或已标注的 NDJSON（按内容识别）；- 表示标准输入"),
        };
        var by = new Option<string?>("--by") { Description = terminal.Say("Also one curve for each of these", "另按此项分组，每组一条曲线") };
        by.AcceptOnlyFromAmong(CurveGrouping.Names);
        var over = new Option<string?>("--over")
        {
            Description = terminal.Say("Also the trend of negative reviews, by day, week or month; with --csv instead of the curve", "另给出差评趋势，按 day、week 或 month；与 --csv 同用时代替曲线"),
        };
        over.AcceptOnlyFromAmong(TimeUnits.Names);
        var phases = new Option<string?>("--phases") { Description = terminal.Say("File of promotion phases to mark on the trend: name, first day, last day", "在趋势上标出的促销阶段文件：名称、首日、末日") };
        var compare = new Option<string?>("--compare")
        {
            Description = terminal.Say(
                "Also the difference between two periods (2026-05-01..2026-05-31,2026-06-01..2026-06-30) or two groups of --by",
                "另比较两个时段（2026-05-01..2026-05-31,2026-06-01..2026-06-30）或 --by 的两个分组"),
        };
        var format = new CurveFormatOptions(terminal);
        var partial = CurveFormatOptions.Partial(terminal);

        var command = new Command("curve", terminal.Say(
            "Draws the emotion curve over the stages of the journey and names the breakpoints.",
            "画出客户旅程各阶段的情感曲线，并指出断点。")) { input, by, over, phases, compare, partial, CurveMergeCommand.Create(terminal) };
        format.AddTo(command);
        var collecting = new CollectOptions(terminal, command);
        command.SetAction(parsed =>
        {
            format.RefuseTwoFormats(parsed);
            if (parsed.GetValue(partial))
            {
                format.RefuseBesidePartial(parsed);
                if (parsed.GetValue(over) is not null || parsed.GetValue(compare) is not null)
                {
                    throw new UsageException(terminal.Say(
                        "--partial holds the curves alone; --over and --compare need all reviews in one run",
                        "--partial 只保存曲线；--over 与 --compare 需要在一次运行中读入全部评论"));
                }
            }

            if (parsed.GetValue(compare) is not null && format.IsCsv(parsed))
                throw new UsageException(terminal.Say("--compare has no form as CSV; --json has one", "--compare 没有 CSV 形式，请用 --json"));
            if (parsed.GetValue(phases) is not null && parsed.GetValue(over) is null)
                throw new UsageException(terminal.Say("--phases marks the trend, so it needs --over", "--phases 用于标注趋势，须与 --over 同用"));

            var marked = parsed.GetValue(phases) is { } file ? PhaseFile.Read(file) : [];
            var segments = parsed.GetValue(compare) is { } two ? SegmentComparison.Parse(two, parsed.GetValue(by)) : null;
            var analyzer = collecting.CreateAnalyzer(parsed);
            var path = format.Path(parsed);
            var source = parsed.GetValue(input)!;
            collecting.GuardOutput(parsed, [source, parsed.GetValue(phases)], path);
            var write = format.Choose(parsed, analyzer.Lexicon.Info);
            return collecting.Run(
                parsed, analyzer, source,
                () => new CurveCollector(analyzer.Lexicon.Info, parsed.GetValue(by), parsed.GetValue(over) is not null, segments),
                (collector, _) =>
                {
                    CurveOutputs.Write(terminal, path, parsed.GetValue(partial)
                        ? collector.Save
                        : output => write(output, collector.ToReport(TimeUnits.Of(parsed.GetValue(over)), marked)));
                    collector.StrangeStages.Report(terminal);
                });
        });
        return command;
    }
}
