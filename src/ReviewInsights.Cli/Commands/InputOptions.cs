using System.Collections.Immutable;
using System.CommandLine;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that say how an input is to be read; shared by all commands that read reviews.</summary>
internal sealed class InputOptions
{
    private static readonly string[] Formats = ["auto", "csv", "tsv", "ndjson", "lines"];

    private readonly Terminal _terminal;
    private readonly Option<string> _format;
    private readonly Option<string> _encoding;
    private readonly ImmutableArray<(ReviewField Field, Option<string?> Option)> _columns;

    public InputOptions(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _format = new Option<string>("--input-format")
        {
            Description = terminal.Say("Layout of the input: auto, csv, tsv, ndjson or lines", "输入格式：auto、csv、tsv、ndjson 或 lines"),
            DefaultValueFactory = _ => "auto",
        };
        _format.AcceptOnlyFromAmong(Formats);
        _encoding = new Option<string>("--encoding")
        {
            Description = terminal.Say("Encoding of the input; auto tells UTF-8, UTF-16 and GB18030 apart", "输入编码；auto 自动识别 UTF-8、UTF-16、GB18030"),
            DefaultValueFactory = _ => "auto",
        };
        command.Add(_format);
        command.Add(_encoding);
        _columns = [.. Enum.GetValues<ReviewField>().Select(field => (field, ColumnOption(terminal, field)))];
        foreach (var (_, option) in _columns) command.Add(option);
    }

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    public ReviewInput Open(ParseResult parsed, string path, bool rejectBlankLines = false) => Open(
        _terminal,
        path,
        new ReviewReaderOptions
        {
            Format = Enum.Parse<InputFormat>(parsed.GetValue(_format)!, ignoreCase: true),
            Encoding = parsed.GetValue(_encoding)!,
            Columns = _columns.Where(c => parsed.GetValue(c.Option) is not null).ToImmutableDictionary(c => c.Field, c => parsed.GetValue(c.Option)!),
            RejectBlankLines = rejectBlankLines,
        });

    /// <summary>Opens a file, or standard input for <c>-</c>, as the options say.</summary>
    /// <exception cref="UsageException">The options name an unknown encoding.</exception>
    public static ReviewInput Open(Terminal terminal, string path, ReviewReaderOptions options)
    {
        if (!ReviewReaderOptions.IsKnownEncoding(options.Encoding))
            throw new UsageException($"--encoding {options.Encoding}: auto or the name of an encoding is right, such as utf-8, gb18030 or big5");
        MustExist([path]);
        return path == "-" ? ReviewInput.Open(terminal.Input, path, options) : ReviewInput.Open(path, options);
    }

    /// <summary>Looks for all files before the work starts, not when their turn comes an hour later.</summary>
    /// <exception cref="FileNotFoundException">One is missing.</exception>
    /// <exception cref="UsageException">One is missing and looks like an option.</exception>
    public static void MustExist(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (path == "-" || Path.Exists(path)) continue;
            // The parser takes a mistyped option for one more file.
            if (path.StartsWith('-')) throw new UsageException($"'{path}' is neither an option nor a file");
            throw new FileNotFoundException($"Could not find file '{path}'.", path);
        }
    }

    private static Option<string?> ColumnOption(Terminal terminal, ReviewField field)
    {
        var name = string.Concat(field.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
        return new Option<string?>($"--{name}-column")
        {
            Description = terminal.Say($"Column that holds {name.Replace('-', ' ')}, where its name is not known", $"{name} 所在的列名"),
        };
    }
}
