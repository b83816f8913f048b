using System.CommandLine;
using ReviewInsights.Analytics;
using ReviewInsights.Cli.Collecting;
using ReviewInsights.Cli.Curves;
using ReviewInsights.Cli.Demo;
using ReviewInsights.Cli.Reporting;
using ReviewInsights.Cli.Tagging;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>demo [DIR]</c>: from sample reviews to tagged records to a curve and a report, each step a file to look at.</summary>
internal static class DemoCommand
{
    private const string GroupedBy = "product";

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = terminal.Say("Folder to write to; made if it is not there", "输出目录，不存在则新建"),
            DefaultValueFactory = _ => "demo-out",
        };
        var command = new Command("demo", terminal.Say(
            "Tags the sample reviews and draws their curve, to see what the tool does.",
            "标注内置样例评论并画出曲线，一分钟了解本工具。")) { folder };
        command.SetAction(parsed =>
        {
            Run(terminal, parsed.GetValue(folder)!);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(Terminal terminal, string folder)
    {
        var reviews = Path.Combine(folder, "reviews.csv");
        var tagged = Path.Combine(folder, "tagged.ndjson");
        var curve = Path.Combine(folder, "curve.json");
        var page = Path.Combine(folder, "report.html");
        var analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
        var text = terminal.OutputText;

        Directory.CreateDirectory(folder);
        WriteSample(terminal, reviews);
        text.WriteLine(terminal.Say($"1. Sample reviews: {reviews}", $"1. 样例评论：{reviews}"));
        text.WriteLine();

        Tag(analyzer, reviews, tagged, terminal.Cancellation);
        text.WriteLine(terminal.Say(
            $"2. Tagged: {tagged} - each opinion with its score, wording, aspect and stage:",
            $"2. 标注结果：{tagged}，每条观点有得分、原文、方面和阶段："));
        text.WriteLine();
        Examples(analyzer, reviews, terminal.Language).Write(text);
        text.WriteLine();

        var report = Report(analyzer, tagged, terminal.Cancellation);
        using (var file = PartialFile.Create(curve))
        {
            CurveJson.Write(file.Stream, report);
            file.Commit();
        }

        text.WriteLine(terminal.Say($"3. Curve: {curve}", $"3. 情感曲线：{curve}"));
        text.WriteLine();
        new CurveText(analyzer.Lexicon.Info, terminal.Language).Write(text, report);
        text.WriteLine();
        ReportCommand.Write(terminal, page, Page(analyzer, reviews, terminal.Cancellation));
        text.WriteLine(terminal.Say($"4. Report, to open in a browser: {page}", $"4. 报告，用浏览器打开：{page}"));
        text.WriteLine();
        WriteNextSteps(terminal, tagged);
    }

    private static void WriteSample(Terminal terminal, string path)
    {
        var sample = Sample.Read();
        if (File.Exists(path) && !File.ReadAllBytes(path).AsSpan().SequenceEqual(sample))
        {
            throw new UsageException(terminal.Say(
                $"{path} is there already and is not the sample; name another folder",
                $"{path} 已存在且不是样例，请指定其他目录"));
        }

        using var file = PartialFile.Create(path);
        file.Stream.Write(sample);
        file.Commit();
    }

    private static void Tag(ReviewAnalyzer analyzer, string reviews, string tagged, CancellationToken cancellation)
    {
        using var input = ReviewInput.Open(reviews);
        using var source = input.Reviews();
        using var output = StreamOutput.To(PartialFile.Create(tagged), analyzer, new NdjsonFormat());
        using var ledger = new InputLedger(resumeAt: default, new Duplicates(DuplicateAction.Keep, Key: []));
        new TagPipeline(output, ledger, threads: 1) { OnRejected = Broken }
            .Run(source, Dialogue.None, cancellation);
        output.Commit();
    }

    private static ExampleReviews Examples(ReviewAnalyzer analyzer, string reviews, Language language)
    {
        var examples = new ExampleReviews(analyzer.Lexicon.Info, language);
        using var input = ReviewInput.Open(reviews);
        foreach (var row in input.Reviews().Read())
        {
            if (row.Review is { } review)
                examples.Offer(analyzer.Analyze(review));
        }

        return examples;
    }

    private static CurveReport Report(ReviewAnalyzer analyzer, string tagged, CancellationToken cancellation)
    {
        using var input = ReviewInput.Open(tagged);
        return new ReviewPipeline<CurveCollector>(analyzer, () => new CurveCollector(analyzer.Lexicon.Info, GroupedBy), threads: 1) { OnRejected = Broken }.Collect(input, cancellation).ToReport();
    }

    private static ReviewReport Page(ReviewAnalyzer analyzer, string reviews, CancellationToken cancellation)
    {
        using var input = ReviewInput.Open(reviews);
        var info = analyzer.Lexicon.Info;
        return new ReviewPipeline<ReportCollector>(analyzer, () => new ReportCollector(info, new ReportOptions()), threads: 1) { OnRejected = Broken }
            .Collect(input, cancellation).Reviews.ToReport(Path.GetFileName(reviews), info);
    }

    private static void Broken(RowRejection rejection) =>
        throw new InvalidOperationException($"The sample is broken in line {rejection.Line}: {rejection.Reason}");

    private static void WriteNextSteps(Terminal terminal, string tagged)
    {
        var text = terminal.OutputText;
        text.WriteLine(terminal.Say("Try next", "接下来可以试试"));
        Next("why a review is tagged as it is", "看一条评论为什么这样标注", "review-insights explain \"物流很快，但是电池不太耐用。\"");
        Next("the same curve by brand", "换成按品牌看曲线", $"review-insights curve {tagged} --by brand");
        Next("your own reviews, tagged", "标注自己的评论", "review-insights tag my-reviews.csv -o my-tagged.ndjson");
        Next("and their curve as a spreadsheet", "并把曲线导出为表格", $"review-insights curve my-tagged.ndjson --by {GroupedBy} -o my-curve.csv");

        void Next(string english, string chinese, string command)
        {
            text.WriteLine($"  {terminal.Say(english, chinese)}{terminal.Say(":", "：")}");
            text.WriteLine($"    {command}");
        }
    }
}
