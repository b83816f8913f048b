using System.CommandLine;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Curves;
using ReviewInsights.Cli.Reporting;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>report INPUT -o FILE.html</c>: what happened, where customers are lost, why, and what to do, as one page.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("INPUT")
        {
            Description = terminal.Say(
                "Raw reviews in any form that tag reads, or tagged NDJSON (told apart by content); - is standard input",
                "tag 可读取的任何格式的原始评论，或已标注的 NDJSON（按内容识别）；- 表示标准输入"),
        };
        var output = new Option<string>("--output", "-o")
        {
            Description = terminal.Say("The HTML file to write; - is standard output", "要写入的 HTML 文件；- 表示标准输出"),
            Required = true,
        };
        var title = new Option<string?>("--title") { Description = terminal.Say("Title of the report; the input's name when left out", "报告标题；默认为输入文件名") };
        var by = new Option<string>("--by") { Description = terminal.Say("What to compare", "按此项比较"), DefaultValueFactory = _ => "product" };
        by.AcceptOnlyFromAmong(CurveGrouping.Names);
        var over = new Option<string?>("--over") { Description = terminal.Say("Length of a step of the trend: day, week or month; chosen by the time covered when left out", "趋势的时间粒度：day、week 或 month；默认按时间跨度选择") };
        over.AcceptOnlyFromAmong(TimeUnits.Names);
        var phases = new Option<string?>("--phases") { Description = terminal.Say("File of promotion phases: name, first day, last day", "促销阶段文件：名称、首日、末日") };
        var actions = new Option<string?>("--actions") { Description = terminal.Say("Table of causes and actions to use in place of the built-in one", "代替内置表的“原因与措施”表") };
        var maskPii = new Option<bool>("--mask-pii") { Description = terminal.Say("Mask phones, cards, addresses and the like in quotes", "对引文中的电话、卡号、地址等打码") };

        var command = new Command("report", terminal.Say(
            "Writes one self-contained HTML page: curves, breakpoints with causes and quotes, trend, rankings.",
            "生成一个独立的 HTML 报告：情感曲线、断点及原因与原话、趋势、排行。")) { input, output, title, by, over, phases, actions, maskPii };
        var collecting = new CollectOptions(terminal, command);
        command.SetAction(parsed =>
        {
            var analyzer = collecting.CreateAnalyzer(parsed);
            var path = parsed.GetValue(output)!;
            var source = parsed.GetValue(input)!;
            collecting.GuardOutput(parsed, [source, parsed.GetValue(phases), parsed.GetValue(actions)], path is "-" ? null : path);
            var options = new ReportOptions
            {
                Curve = new CurveOptions { Stages = analyzer.Lexicon.Info.Stages },
                By = parsed.GetValue(by)!,
                GroupOf = CurveGrouping.KeyOf(parsed.GetValue(by)!),
                Over = TimeUnits.Of(parsed.GetValue(over)),
                Phases = parsed.GetValue(phases) is { } file ? PhaseFile.Read(file) : [],
                Actions = parsed.GetValue(actions) is { } table ? LoadActions(table, analyzer.Lexicon.Info) : ActionTable.LoadDefault(),
            };
            return collecting.Run(
                parsed, analyzer, source,
                () => new ReportCollector(analyzer.Lexicon.Info, options, parsed.GetValue(maskPii) ? PiiMasker.Default : null),
                (collector, rejected) =>
                {
                    collector.StrangeStages.Report(terminal);
                    // A database's name would have to be cleaned of the password first.
                    var isNamed = source != "-" && !ReviewInput.IsDatabaseUri(source);
                    var name = parsed.GetValue(title) ?? (isNamed ? Path.GetFileName(source) : terminal.Say("Reviews", "评论"));
                    Write(terminal, path, collector.Reviews.ToReport(name, analyzer.Lexicon.Info, rejected));
                });
        });
        return command;
    }

    private static ActionTable LoadActions(string path, LexiconInfo lexicon)
    {
        using var table = File.OpenRead(path);
        return ActionTable.Load(table, path, lexicon);
    }

    /// <summary>Writes the page, under its name only when it is complete.</summary>
    internal static void Write(Terminal terminal, string path, ReviewReport report)
    {
        var language = terminal.Language == Language.Chinese ? ReportLanguage.Chinese : ReportLanguage.English;
        if (path is "-")
        {
            HtmlReport.Write(report, language, terminal.Output);
            return;
        }

        using var file = PartialFile.Create(path);
        HtmlReport.Write(report, language, file.Stream);
        file.Commit();
    }
}
