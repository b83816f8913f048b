using System.CommandLine;
using ReviewInsights.Cli.Tagging;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that say where tagged reviews go and what a record carries.</summary>
internal sealed class OutputOptions
{
    private static readonly string[] Formats = ["ndjson", "csv", "tsv", "xlsx", "sqlite", "postgres"];

    private const string UsualTable = "tagged_reviews";

    private readonly Terminal _terminal;
    private readonly Option<string?> _output;
    private readonly Option<string?> _format;
    private readonly Option<string?> _table;
    private readonly Option<string?> _journal;
    private readonly Option<bool> _mark;
    private readonly Option<bool> _explain;
    private readonly Option<bool> _includeText;
    private readonly Option<bool> _maskPii;

    /// <param name="terminal">Says what an option does, in the user's language.</param>
    /// <param name="command">Takes the options.</param>
    public OutputOptions(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _output = new Option<string?>("--output", "-o")
        {
            Description = terminal.Say("File or database (postgres://...) to write instead of standard output", "写入文件或数据库（postgres://…）而不是标准输出"),
        };
        _format = new Option<string?>("--format")
        {
            Description = terminal.Say("ndjson, csv, tsv, xlsx, sqlite or postgres; told from the name of --output, else ndjson", "ndjson、csv、tsv、xlsx、sqlite 或 postgres；默认随输出文件扩展名，否则 ndjson"),
        };
        _format.AcceptOnlyFromAmong(Formats);
        _table = new Option<string?>("--output-table")
        {
            Description = terminal.Say($"Table of the database to write to, {UsualTable} unless given; made if it is not there, and rows replace those of their id", $"写入的数据库表，默认 {UsualTable}；不存在则新建，同 id 的行会被替换"),
        };
        _journal = new Option<string?>("--journal")
        {
            Description = terminal.Say("File to note in what is finished, for --resume; needed with PostgreSQL only, other outputs have it beside them", "记录进度以供 --resume 的文件；仅 PostgreSQL 需要，其他输出自动写在旁边"),
        };
        _mark = new Option<bool>("--bom") { Description = terminal.Say("Start a CSV with the byte order mark by which Excel knows UTF-8", "CSV 以字节顺序标记开头，便于 Excel 识别 UTF-8") };
        _explain = new Option<bool>("--explain") { Description = terminal.Say("Add the evidence of each opinion (NDJSON, and the records in databases)", "附上每条观点的依据（NDJSON 及数据库中的记录）") };
        _includeText = new Option<bool>("--include-text") { Description = terminal.Say("Add the text of the review", "附上评论原文") };
        _maskPii = new Option<bool>("--mask-pii")
        {
            Description = terminal.Say(
                "Mask phones, ID cards, bank cards, orders, addresses and accounts in the texts that are written; same length, so spans hold. The quarantine keeps rows as they are",
                "对写出的文本中的电话、证件、银行卡、订单号、地址和账号打码；长度不变，位置仍有效。隔离文件保留原行"),
        };
        foreach (var option in (ReadOnlySpan<Option>)[_output, _format, _table, _journal, _mark, _explain, _includeText, _maskPii]) command.Add(option);
    }

    /// <summary>What <c>--output</c> says.</summary>
    public string? ValueOf(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>The file to write; null for standard output and for a server.</summary>
    public string? FileOf(ParseResult parsed) => parsed.GetValue(_output) is { } path and not "-" && !ReviewInput.IsDatabaseUri(path) ? path : null;

    /// <summary>Where rows that cannot be read go unless another place is named: beside the output, or null where there is no beside.</summary>
    public string? QuarantineOf(ParseResult parsed) => FileOf(parsed) is { Length: > 0 } file && PartialFile.IsOrdinary(file) ? file + ".quarantine.csv" : null;

    /// <summary>The journal that was asked for, or null.</summary>
    public string? JournalOf(ParseResult parsed) => parsed.GetValue(_journal);

    /// <summary>Where the options say that records go.</summary>
    /// <exception cref="UsageException">They contradict each other.</exception>
    public Destination Choose(ParseResult parsed, LexiconInfo lexicon)
    {
        var output = parsed.GetValue(_output) is "-" ? null : parsed.GetValue(_output);
        var format = parsed.GetValue(_format) ?? FormatOf(output);
        Check(parsed, output, format);

        var table = new ResultTable(lexicon.Aspects, lexicon.Stages, parsed.GetValue(_includeText));
        var record = new NdjsonFormat { IncludeEvidence = parsed.GetValue(_explain), IncludeText = parsed.GetValue(_includeText) };
        var masker = parsed.GetValue(_maskPii) ? PiiMasker.Default : null;
        var description = Describe(parsed, format);
        return format switch
        {
            "xlsx" => new WorkbookDestination(output!, table, masker),
            "sqlite" => new SqliteDestination(output!, parsed.GetValue(_table) ?? UsualTable, table, record, masker, description),
            "postgres" => new PostgresDestination(output!, parsed.GetValue(_table) ?? UsualTable, table, record, masker, description, parsed.GetValue(_journal)),
            "ndjson" => Bytes(output, record, masker, description),
            _ => Bytes(output, Table(parsed, lexicon, format == "tsv" ? '\t' : ','), masker, description),
        };
    }

    private string FormatOf(string? output)
    {
        if (output is null || !PartialFile.IsOrdinary(output)) return "ndjson";
        if (ReviewInput.IsDatabaseUri(output)) return "postgres";
        return Path.GetExtension(output).ToLowerInvariant() switch
        {
            "" or ".ndjson" or ".jsonl" or ".json" or ".txt" => "ndjson",
            ".csv" => "csv",
            ".tsv" or ".tab" => "tsv",
            ".xlsx" => "xlsx",
            ".db" or ".sqlite" or ".sqlite3" => "sqlite",
            var other => throw new UsageException(_terminal.Say(
                $"{output}: no format has the extension {other}; known are .ndjson .jsonl .json .csv .tsv .xlsx .db .sqlite, or name one with --format",
                $"{output}：没有格式使用扩展名 {other}；可用 .ndjson .jsonl .json .csv .tsv .xlsx .db .sqlite，或用 --format 指定")),
        };
    }

    private void Check(ParseResult parsed, string? output, string format)
    {
        var isTable = format is "csv" or "tsv" or "xlsx";
        if (isTable && parsed.GetValue(_explain))
            throw new UsageException(_terminal.Say("--explain needs --format ndjson or a database: a table has no room for evidence", "--explain 需要 --format ndjson 或数据库：表格放不下依据"));
        if (parsed.GetValue(_mark) && format is not ("csv" or "tsv"))
            throw new UsageException(_terminal.Say("--bom needs --format csv: only text for spreadsheets has a mark", "--bom 需要 --format csv：只有供电子表格用的文本才带标记"));
        if (format is "xlsx" or "sqlite" && output is null)
            throw new UsageException(_terminal.Say($"--format {format} needs --output FILE", $"--format {format} 需要 --output FILE"));
        if (format == "postgres" != (output is not null && ReviewInput.IsDatabaseUri(output)))
            throw new UsageException(_terminal.Say("--format postgres and --output postgres://... go together", "--format postgres 与 --output postgres://… 须同时使用"));
        if (parsed.GetValue(_table) is "" || parsed.GetValue(_journal) is "")
            throw new UsageException(_terminal.Say("--output-table and --journal: the name is empty", "--output-table、--journal：名称为空"));
        if (format is not ("sqlite" or "postgres") && parsed.GetValue(_table) is not null)
            throw new UsageException(_terminal.Say("--output-table is for databases", "--output-table 仅用于数据库"));
        if (format != "postgres" && parsed.GetValue(_journal) is not null)
            throw new UsageException(_terminal.Say("--journal is for PostgreSQL; other outputs have their journal beside them", "--journal 仅用于 PostgreSQL；其他输出的进度文件写在旁边"));
    }

    private Destination Bytes(string? output, ResultFormat format, PiiMasker? masker, string description) =>
        output is null ? new StandardOutput(_terminal.Output, format, masker) : new OutputFile(output, format, masker, description);

    private CsvFormat Table(ParseResult parsed, LexiconInfo lexicon, char delimiter) => new()
    {
        Aspects = lexicon.Aspects,
        Stages = lexicon.Stages,
        Delimiter = delimiter,
        IncludeText = parsed.GetValue(_includeText),
        WithByteOrderMark = parsed.GetValue(_mark),
    };

    private string Describe(ParseResult parsed, string format) =>
        $"{format}{(parsed.GetValue(_mark) ? ", mark" : "")}{(parsed.GetValue(_explain) ? ", evidence" : "")}{(parsed.GetValue(_includeText) ? ", text" : "")}{(parsed.GetValue(_maskPii) ? ", masked" : "")}";
}
