using System.Collections.Immutable;
using System.CommandLine;
using ReviewInsights.IO;
using ReviewInsights.IO.Columns;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that say how an input is to be read; shared by all commands that read reviews.</summary>
internal sealed class InputOptions
{
    private static readonly string[] Formats = ["auto", "csv", "tsv", "ndjson", "xlsx", "sqlite", "postgres", "lines"];

    private readonly Terminal _terminal;
    private readonly Option<string> _format;
    private readonly Option<string> _encoding;
    private readonly Option<string?> _delimiter;
    private readonly Option<string?> _sheet;
    private readonly Option<string?> _table;
    private readonly Option<string?> _query;
    private readonly ImmutableArray<(ReviewField Field, Option<string?> Option)> _columns;

    public InputOptions(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _format = new Option<string>("--input-format")
        {
            Description = terminal.Say(
                "Layout of the input: auto, csv, tsv, ndjson, xlsx, sqlite, postgres or lines",
                "输入格式：auto、csv、tsv、ndjson、xlsx、sqlite、postgres 或 lines"),
            DefaultValueFactory = _ => "auto",
        };
        _format.AcceptOnlyFromAmong(Formats);
        _encoding = new Option<string>("--encoding")
        {
            Description = terminal.Say("Encoding of the input; auto tells UTF-8, UTF-16, UTF-32 and GB18030 apart, others must be named: big5", "输入编码；auto 自动识别 UTF-8、UTF-16、UTF-32、GB18030，其他须指定，如 big5"),
            DefaultValueFactory = _ => "auto",
        };
        _delimiter = new Option<string?>("--delimiter")
        {
            Description = terminal.Say("Character between the cells of a CSV, or tab; told from the header when left out", "CSV 的分隔符，或 tab；默认按表头识别"),
        };
        _sheet = new Option<string?>("--sheet")
        {
            Description = terminal.Say(
                "Sheet of a workbook; when left out, the first with rows and those that go on under the same header",
                "工作簿中的工作表；默认为第一个有数据的工作表及表头相同的后续工作表"),
        };
        _table = new Option<string?>("--table") { Description = terminal.Say("Table of a database; not needed where there is only one", "数据库表；只有一张表时可省略") };
        _query = new Option<string?>("--query") { Description = terminal.Say("SQL to read from a database instead of a table", "读取数据库所用的 SQL 查询，代替 --table") };
        foreach (var option in (ReadOnlySpan<Option>)[_format, _encoding, _delimiter, _sheet, _table, _query]) command.Add(option);
        _columns = [.. Enum.GetValues<ReviewField>().Select(field => (field, ColumnOption(terminal, field)))];
        foreach (var (_, option) in _columns) command.Add(option);
    }

    /// <summary>Opens a file or database, or standard input for <c>-</c>.</summary>
    public ReviewInput Open(ParseResult parsed, string path, bool rejectBlankLines = false) => Open(
        _terminal,
        path,
        new ReviewReaderOptions
        {
            Format = Enum.Parse<InputFormat>(parsed.GetValue(_format)!, ignoreCase: true),
            Encoding = parsed.GetValue(_encoding)!,
            Delimiter = ParseDelimiter(parsed.GetValue(_delimiter)),
            Sheet = parsed.GetValue(_sheet),
            Table = parsed.GetValue(_table),
            Query = parsed.GetValue(_query),
            Columns = ColumnsOf(parsed),
            RejectBlankLines = rejectBlankLines,
            QueryCancellation = _terminal.Cancellation,
        });

    private ImmutableDictionary<ReviewField, string> ColumnsOf(ParseResult parsed)
    {
        var named = _columns.Where(c => parsed.GetValue(c.Option) is not null).ToArray();
        if (named.GroupBy(c => ColumnAliases.Normalize(parsed.GetValue(c.Option)!)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new UsageException($"{string.Join(" and ", twice.Select(c => c.Option.Name))} name the same column; one column holds one field");
        return named.ToImmutableDictionary(c => c.Field, c => parsed.GetValue(c.Option)!);
    }

    /// <summary>Opens a file or database, or standard input for <c>-</c>, as the options say.</summary>
    /// <exception cref="UsageException">The options name an unknown encoding.</exception>
    public static ReviewInput Open(Terminal terminal, string path, ReviewReaderOptions options)
    {
        if (!ReviewReaderOptions.IsKnownEncoding(options.Encoding))
            throw new UsageException($"--encoding {options.Encoding}: auto or the name of an encoding is right, such as utf-8, gb18030 or big5");
        MustExist([path]);
        return path == "-" ? ReviewInput.Open(terminal.Input, path, options) : ReviewInput.Open(path, options);
    }

    /// <summary>
    /// The inputs that are meant: a pattern (<c>2026-*.csv</c>, <c>**</c> for folders of any depth) stands for all files that fit, in
    /// ordinal order. Names of files that are there, <c>-</c> and <c>postgres://…</c> stand for themselves.
    /// </summary>
    /// <param name="paths">What the user wrote.</param>
    /// <param name="outputs">Files that the command writes: those of an earlier run fit a pattern without being meant.</param>
    /// <exception cref="FileNotFoundException">No file fits a pattern, or one is missing.</exception>
    /// <exception cref="UsageException">One is missing and looks like an option.</exception>
    public static IReadOnlyList<string> Expand(IEnumerable<string> paths, params ReadOnlySpan<string?> outputs)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var output in outputs)
        {
            if (!string.IsNullOrEmpty(output)) own.Add(Path.GetFullPath(output));
        }

        var all = new List<string>();
        foreach (var path in paths)
        {
            if (path.StartsWith('-') || ReviewInput.IsDatabaseUri(path) || !FilePattern.IsPattern(path) || Path.Exists(path))
                all.Add(path);
            else if (FilePattern.Find(path) is { Count: > 0 } files)
                all.AddRange(files.Where(file => !own.Contains(Path.GetFullPath(file))));
            else
                throw new FileNotFoundException($"No file fits '{path}'.", path);
        }

        MustExist(all);
        return all;
    }

    /// <summary>Looks for all files before the work starts, not when their turn comes an hour later.</summary>
    /// <exception cref="FileNotFoundException">One is missing.</exception>
    /// <exception cref="UsageException">One is missing and looks like an option.</exception>
    public static void MustExist(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == "-" || ReviewInput.IsDatabaseUri(path) || Path.Exists(path)) continue;
            // The parser takes a mistyped option for one more file.
            if (path.StartsWith('-')) throw new UsageException($"'{path}' is neither an option nor a file");
            throw new FileNotFoundException($"Could not find file '{path}'.", path);
        }
    }

    private static char? ParseDelimiter(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        [var one] when one is not ('"' or '\r' or '\n') => one,
        _ => throw new UsageException($"--delimiter {text}: one character or tab is right, and not the quote"),
    };

    private static Option<string?> ColumnOption(Terminal terminal, ReviewField field)
    {
        var name = string.Concat(field.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
        return new Option<string?>($"--{name}-column")
        {
            Description = terminal.Say($"Column that holds {name.Replace('-', ' ')}, where its name is not known", $"{name} 所在的列名"),
        };
    }
}
