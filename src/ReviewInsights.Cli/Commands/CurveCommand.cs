using System.CommandLine;
using ReviewInsights.Cli.Curves;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>curve INPUT</c>: the emotion curve over the stages of the journey, with its breakpoints.</summary>
internal static class CurveCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("INPUT")
        {
            Description = terminal.Say(
                "Reviews, raw or tagged (told apart by content); - is standard input",
                "评论，原始或已标注（按内容识别）；- 表示标准输入"),
        };
        var by = new Option<string?>("--by") { Description = terminal.Say("Also one curve for each of these", "另按此项分组，每组一条曲线") };
        by.AcceptOnlyFromAmong(CurveGrouping.Names);
        var json = new Option<bool>("--json") { Description = terminal.Say("Write JSON", "输出 JSON") };
        var csv = new Option<bool>("--csv") { Description = terminal.Say("Write CSV, one row a stage", "输出 CSV，每个阶段一行") };
        var output = new Option<string?>("--output", "-o")
        {
            Description = terminal.Say("File to write; .json and .csv say the format", "输出文件；扩展名 .json 和 .csv 决定格式"),
        };
        var threads = new Option<int>("--threads")
        {
            Description = terminal.Say("How many reviews to analyse at the same time", "同时分析的评论数"),
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };

        var command = new Command("curve", terminal.Say(
            "Draws the emotion curve over the stages of the journey and names the breakpoints.",
            "画出客户旅程各阶段的情感曲线，并指出断点。")) { input, by, json, csv, output, threads };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv))
                throw new UsageException(terminal.Say("--json and --csv exclude each other", "--json 与 --csv 不能同时使用"));
            if (parsed.GetValue(threads) < 1)
                throw new UsageException(terminal.Say("--threads must be 1 or more", "--threads 至少为 1"));

            var analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
            var path = parsed.GetValue(output);
            var write = CurveOutputs.Choose(
                parsed.GetValue(json), parsed.GetValue(csv), path, analyzer.Lexicon.Info, terminal.Language);
            using var reviews = Open(terminal, parsed.GetValue(input)!);
            return Run(terminal, analyzer, reviews, parsed.GetValue(by), parsed.GetValue(threads), path, write);
        });
        return command;
    }

    /// <summary>Draws one input's curve. Also how <c>demo</c> does it, so that both give the same bytes.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(
        Terminal terminal, ReviewAnalyzer analyzer, ReviewInput input, string? by, int threads, string? path, CurveOutput write)
    {
        RowRejection? first = null;
        var rejected = 0L;
        var pipeline = new CurvePipeline(analyzer, by, threads, rejection =>
        {
            first ??= rejection;
            rejected++;
        });
        var collector = pipeline.Collect(input, terminal.Cancellation);
        Write(terminal, path, collector.ToReport(), write);
        Warn(terminal, collector, rejected, first);
        return rejected == 0 ? ExitCode.Done : ExitCode.DoneWithQuarantine;
    }

    private static ReviewInput Open(Terminal terminal, string path) =>
        path == "-" ? ReviewInput.Open(terminal.Input, "-") : ReviewInput.Open(path);

    private static void Write(Terminal terminal, string? path, CurveReport report, CurveOutput write)
    {
        if (path is null or "-")
        {
            terminal.OutputText.Flush();
            write(terminal.Output, report);
            return;
        }

        using var file = PartialFile.Create(path);
        write(file.Stream, report);
        file.Commit();
    }

    private static void Warn(Terminal terminal, CurveCollector collector, long rejected, RowRejection? first)
    {
        if (first is not null)
        {
            terminal.Error.WriteLine(terminal.Say(
                $"review-insights: {rejected} rows left out; the first, {first.Source}:{first.Line}: {first.Reason}",
                $"review-insights: 略过 {rejected} 行；第一处 {first.Source}:{first.Line}: {first.Reason}"));
        }

        foreach (var (stage, count) in collector.StrangeStages)
        {
            terminal.Error.WriteLine(terminal.Say(
                $"review-insights: {count} opinions left out: their stage '{stage}' is none of the journey's",
                $"review-insights: 略过 {count} 条观点：阶段“{stage}”不在客户旅程之内"));
        }
    }
}
