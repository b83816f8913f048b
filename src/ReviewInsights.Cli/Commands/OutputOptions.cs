using System.CommandLine;
using ReviewInsights.Cli.Tagging;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that say where tagged reviews go and what a record carries.</summary>
internal sealed class OutputOptions
{
    private static readonly string[] Formats = ["ndjson", "csv"];

    private readonly Terminal _terminal;
    private readonly Option<string?> _output;
    private readonly Option<string?> _format;
    private readonly Option<bool> _mark;
    private readonly Option<bool> _explain;
    private readonly Option<bool> _includeText;

    /// <param name="terminal">Says what an option does, in the user's language.</param>
    /// <param name="command">Takes the options.</param>
    public OutputOptions(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _output = new Option<string?>("--output", "-o") { Description = terminal.Say("File to write instead of standard output", "写入文件而不是标准输出") };
        _format = new Option<string?>("--format")
        {
            Description = terminal.Say("ndjson or csv; told from the name of --output, else ndjson", "ndjson 或 csv；默认随输出文件扩展名，否则 ndjson"),
        };
        _format.AcceptOnlyFromAmong(Formats);
        _mark = new Option<bool>("--bom") { Description = terminal.Say("Start a CSV with the byte order mark by which Excel knows UTF-8", "CSV 以字节顺序标记开头，便于 Excel 识别 UTF-8") };
        _explain = new Option<bool>("--explain") { Description = terminal.Say("Add the evidence of each opinion (NDJSON)", "附上每条观点的依据（NDJSON）") };
        _includeText = new Option<bool>("--include-text") { Description = terminal.Say("Add the text of the review", "附上评论原文") };
        foreach (var option in (ReadOnlySpan<Option>)[_output, _format, _mark, _explain, _includeText]) command.Add(option);
    }

    /// <summary>The file to write; null for standard output.</summary>
    public string? PathOf(ParseResult parsed) => parsed.GetValue(_output) is "-" ? null : parsed.GetValue(_output);

    /// <summary>Where the options say that records go.</summary>
    /// <exception cref="UsageException">They contradict each other.</exception>
    public Destination Choose(ParseResult parsed, LexiconInfo lexicon)
    {
        var path = PathOf(parsed);
        var isCsv = (parsed.GetValue(_format) ?? Path.GetExtension(path)?.TrimStart('.').ToLowerInvariant()) == "csv";
        if (isCsv && parsed.GetValue(_explain))
            throw new UsageException(_terminal.Say("--explain needs --format ndjson: a table has no room for evidence", "--explain 需要 --format ndjson：表格放不下依据"));
        if (parsed.GetValue(_mark) && !isCsv)
            throw new UsageException(_terminal.Say("--bom needs --format csv: NDJSON has no mark", "--bom 需要 --format csv：NDJSON 不带标记"));
        ResultFormat format = isCsv
            ? new CsvFormat { Aspects = lexicon.Aspects, Stages = lexicon.Stages, IncludeText = parsed.GetValue(_includeText), WithByteOrderMark = parsed.GetValue(_mark) }
            : new NdjsonFormat { IncludeEvidence = parsed.GetValue(_explain), IncludeText = parsed.GetValue(_includeText) };
        var description = $"{(isCsv ? "csv" : "ndjson")}{(parsed.GetValue(_mark) ? ", mark" : "")}{(parsed.GetValue(_explain) ? ", evidence" : "")}{(parsed.GetValue(_includeText) ? ", text" : "")}";
        return path is null ? new StandardOutput(_terminal.Output, format) : new OutputFile(path, format, description);
    }
}
