using System.CommandLine;
using ReviewInsights.Cli.Tagging;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>tag INPUT...</c>: reviews in, tagged records out.</summary>
internal static class TagCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Description = terminal.Say("CSV, TSV, NDJSON or text files, plain or gzip; - is standard input", "CSV、TSV、NDJSON 或文本文件，可为 gzip；- 表示标准输入"),
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output", "-o") { Description = terminal.Say("File to write instead of standard output", "写入文件而不是标准输出") };
        var format = new Option<string?>("--format")
        {
            Description = terminal.Say("ndjson or csv; csv where --output ends in .csv, else ndjson", "ndjson 或 csv；默认随输出文件扩展名，否则 ndjson"),
        };
        format.AcceptOnlyFromAmong("ndjson", "csv");
        var threads = new Option<int>("--threads")
        {
            Description = terminal.Say("How many reviews to analyse at the same time; the output is the same for any number", "并行分析数；输出与之无关"),
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var explain = new Option<bool>("--explain") { Description = terminal.Say("Add the evidence of each opinion (NDJSON)", "附上每条观点的依据（NDJSON）") };
        var includeText = new Option<bool>("--include-text") { Description = terminal.Say("Add the text of the review", "附上评论原文") };
        var mark = new Option<bool>("--bom") { Description = terminal.Say("Start a CSV with the byte order mark by which Excel knows UTF-8", "CSV 以字节顺序标记开头，便于 Excel 识别 UTF-8") };
        var quarantine = new Option<string?>("--quarantine")
        {
            Description = terminal.Say("File for rows that cannot be read; beside the output unless given", "无法读取的行写入此文件；默认写在输出文件旁"),
        };
        var progress = new Option<string>("--progress") { Description = terminal.Say("auto, always or never", "auto、always 或 never"), DefaultValueFactory = _ => "auto" };
        progress.AcceptOnlyFromAmong("auto", "always", "never");

        var command = new Command("tag", terminal.Say("Tags reviews with aspects, polarity and stage.", "为评论标注方面、极性和阶段。"))
        {
            inputs, output, format, threads, mark, explain, includeText, quarantine, progress,
        };
        var inputOptions = new InputOptions(terminal, command);
        var analyzerOptions = new AnalyzerOptions(terminal, command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(threads) < 1) throw new UsageException($"--threads {parsed.GetValue(threads)}: 1 or more is right");
            var outputPath = parsed.GetValue(output) is "-" ? null : parsed.GetValue(output);
            OutputGuard.Check(terminal, parsed.GetValue(inputs)!, outputPath, parsed.GetValue(quarantine));
            var isCsv = (parsed.GetValue(format) ?? Path.GetExtension(outputPath)?.TrimStart('.').ToLowerInvariant()) == "csv";
            if (isCsv && parsed.GetValue(explain))
                throw new UsageException(terminal.Say("--explain needs --format ndjson: a table has no room for evidence", "--explain 需要 --format ndjson：表格放不下依据"));
            if (parsed.GetValue(mark) && !isCsv)
                throw new UsageException(terminal.Say("--bom needs --format csv: NDJSON has no mark", "--bom 需要 --format csv：NDJSON 不带标记"));
            var analyzer = analyzerOptions.Create(parsed);
            var lexicon = analyzer.Lexicon.Info;
            ResultFormat resultFormat = isCsv
                ? new CsvFormat { Aspects = lexicon.Aspects, Stages = lexicon.Stages, IncludeText = parsed.GetValue(includeText), WithByteOrderMark = parsed.GetValue(mark) }
                : new NdjsonFormat { IncludeEvidence = parsed.GetValue(explain), IncludeText = parsed.GetValue(includeText) };
            InputOptions.MustExist(parsed.GetValue(inputs)!);
            using var bad = new Quarantine(parsed.GetValue(quarantine) ?? (outputPath is null ? null : outputPath + ".quarantine.csv"), terminal);
            using var bar = Progress.Start(terminal, parsed.GetValue(progress)!);
            using var file = outputPath is null ? null : PartialFile.Create(outputPath);
            var stream = file?.Stream ?? terminal.Output;
            WriteHeader(resultFormat, stream);
            foreach (var path in parsed.GetValue(inputs)!)
            {
                // An engine that pipes rows through wants an answer to each, so a bad row is answered too.
                var answers = path == "-" && resultFormat is NdjsonFormat;
                using var input = inputOptions.Open(parsed, path, rejectBlankLines: answers);
                using var source = input.Reviews();
                new TagPipeline(analyzer, resultFormat, parsed.GetValue(threads), new ReviewAnalyzerOptions().MaxTextLength, answers && input.Format == InputFormat.Ndjson)
                {
                    IsLive = path == "-",
                    OnRejected = bad.Add,
                    OnProgress = bar.Report,
                }.Run(source, stream, terminal.Cancellation);
                InputWarnings.Report(terminal, source.Summary);
            }
            file?.Commit();
            bad.Report();
            return bad.Count > 0 ? ExitCode.DoneWithQuarantine : ExitCode.Done;
        });
        return command;
    }

    private static void WriteHeader(ResultFormat format, Stream stream)
    {
        var header = new System.Buffers.ArrayBufferWriter<byte>();
        format.WriteHeader(header);
        stream.Write(header.WrittenSpan);
    }
}
