using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
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
            Description = terminal.Say(
                "Files (CSV, TSV, NDJSON, XLSX, SQLite, text; text also as gzip) or patterns of names, databases (postgres://...); - is standard input",
                "文件（CSV、TSV、NDJSON、XLSX、SQLite、文本；文本可为 gzip）或文件名模式、数据库（postgres://…）；- 表示标准输入"),
            Arity = ArgumentArity.OneOrMore,
        };
        var quarantine = new Option<string?>("--quarantine")
        {
            Description = terminal.Say("File for rows that cannot be read; beside the output unless given", "无法读取的行写入此文件；默认写在输出文件旁"),
        };
        var resume = new Option<bool>("--resume")
        {
            Description = terminal.Say(
                "Go on where an interrupted run into the same --output stopped; the result is the same as without the interruption. XLSX starts over",
                "从同一 --output 上次中断处续跑；结果与不中断时完全一致。XLSX 从头开始"),
        };
        var duplicates = new Option<string>("--duplicates")
        {
            Description = terminal.Say(
                "What to do about rows that repeat earlier ones: count, drop (leave them out; remembers some thirty bytes a row) or keep (do not even count)",
                "重复行的处理：count 计数、drop 略去（每行约占 30 字节内存）、keep 不检查"),
            DefaultValueFactory = _ => "count",
        };
        duplicates.AcceptOnlyFromAmong("count", "drop", "keep");
        var duplicateKey = new Option<string?>("--duplicate-key")
        {
            Description = terminal.Say("Names of fields (not columns) in which rows must agree to be duplicates, such as id or user_id,text; all unless given, the id where a database is written", "判定重复所依据的字段名（非列名），如 id 或 user_id,text；默认全部字段，写入数据库时为 id"),
        };
        var progress = new Option<string>("--progress") { Description = terminal.Say("auto, always or never", "auto、always 或 never"), DefaultValueFactory = _ => "auto" };
        progress.AcceptOnlyFromAmong("auto", "always", "never");

        var command = new Command("tag", terminal.Say("Tags reviews with aspects, polarity and stage.", "为评论标注方面、极性和阶段。")) { inputs };
        var outputOptions = new OutputOptions(terminal, command);
        var threads = new ThreadsOption(terminal, command);
        foreach (var option in (ReadOnlySpan<Option>)[quarantine, resume, duplicates, duplicateKey, progress]) command.Add(option);
        var inputOptions = new InputOptions(terminal, command);
        var analyzerOptions = new AnalyzerOptions(terminal, command);
        command.SetAction(parsed =>
        {
            var quarantinePath = parsed.GetValue(quarantine) ?? outputOptions.QuarantineOf(parsed);
            string?[] written = [.. Written(outputOptions.FileOf(parsed)), .. Written(quarantinePath), outputOptions.JournalOf(parsed)];
            var paths = InputOptions.Expand(parsed.GetValue(inputs)!, written);
            OutputGuard.Check(terminal, paths, written);
            var analyzer = analyzerOptions.Create(parsed);
            var destination = outputOptions.Choose(parsed, analyzer.Lexicon.Info);
            var output = outputOptions.ValueOf(parsed);
            if (parsed.GetValue(resume) && destination.File is null && destination.Journal is null)
                throw new UsageException(output is null || output == "-"
                    ? terminal.Say("--resume needs --output FILE: what went to standard output cannot be taken up again", "--resume 需要 --output FILE：标准输出无法续跑")
                    : terminal.Say("--resume into PostgreSQL needs --journal FILE, to know what is finished", "续写 PostgreSQL 需要 --journal FILE 记录进度"));
            var repetitions = Duplicates.Parse(parsed.GetValue(duplicates)!, parsed.GetValue(duplicateKey), destination.IsKeyed);
            if (repetitions.Action == DuplicateAction.Drop && destination.IsNdjson && paths.Contains("-"))
                throw new UsageException(terminal.Say("--duplicates drop: standard input is answered line by line, so no line can be left out", "--duplicates drop：标准输入逐行应答，不能略去任何一行"));
            return TagRun.Run(terminal, new TagJob
            {
                Analyzer = analyzer,
                Inputs = paths,
                Open = (path, isAnswered) => inputOptions.Open(parsed, path, rejectBlankLines: isAnswered),
                Destination = destination,
                Duplicates = repetitions,
                Threads = threads.ValueOf(parsed),
                Quarantine = quarantinePath,
                Resumes = parsed.GetValue(resume),
                Options = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
                    .Add("version", typeof(TagCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion)
                    .Add("lexicon", analyzer.Lexicon.Info.Version)
                    .Add("analysis", analyzerOptions.Describe(parsed))
                    .Add("input", string.Join(' ', paths.Select(ReviewInput.NameOf)))
                    .Add("format", destination.Description)
                    .Add("duplicates", $"{repetitions.Action} {string.Join(',', repetitions.Key)}"),
                Progress = parsed.GetValue(progress)!,
            });
        });
        return command;
    }

    /// <summary>An output and what stands beside it on the way.</summary>
    private static string?[] Written(string? path) =>
        string.IsNullOrEmpty(path) ? [path] : [path, PartialFile.PartialPathOf(path), Resumption.JournalOf(path)];
}
