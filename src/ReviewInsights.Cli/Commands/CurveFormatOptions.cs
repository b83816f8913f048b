using System.CommandLine;
using ReviewInsights.Cli.Curves;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that say how a curve is written and where to; shared by <c>curve</c> and <c>curve merge</c>.</summary>
internal sealed class CurveFormatOptions(Terminal terminal)
{
    private readonly Option<bool> _json = new("--json") { Description = terminal.Say("Write JSON", "输出 JSON") };
    private readonly Option<bool> _csv = new("--csv") { Description = terminal.Say("Write CSV, one row a stage", "输出 CSV，每个阶段一行") };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = terminal.Say("File to write instead of standard output; .json and .csv say the format", "写入文件而不是标准输出；扩展名 .json、.csv 决定格式"),
    };

    /// <summary>The option that asks for a part instead of a curve.</summary>
    public static Option<bool> Partial(Terminal terminal) => new("--partial")
    {
        Description = terminal.Say(
            "Write what was gathered instead of the curve, for curve merge to put together",
            "写出中间结果而不是曲线，供 curve merge 合并"),
    };

    public void AddTo(Command command)
    {
        command.Add(_json);
        command.Add(_csv);
        command.Add(_output);
    }

    /// <summary>The file to write, or null for standard output.</summary>
    public string? Path(ParseResult parsed) => parsed.GetValue(_output) is "-" ? null : parsed.GetValue(_output);

    /// <summary>Whether a table for programs is asked for, by option or by the name of the file.</summary>
    public bool IsCsv(ParseResult parsed) => parsed.GetValue(_csv) || System.IO.Path.GetExtension(parsed.GetValue(_output)) is ".csv";

    /// <summary>How to write it.</summary>
    /// <exception cref="UsageException">Two formats at once.</exception>
    public CurveOutput Choose(ParseResult parsed, LexiconInfo names)
    {
        RefuseTwoFormats(parsed);
        return CurveOutputs.Choose(parsed.GetValue(_json), parsed.GetValue(_csv), Path(parsed), names, terminal.Language);
    }

    /// <exception cref="UsageException">Two formats at once.</exception>
    public void RefuseTwoFormats(ParseResult parsed)
    {
        if (parsed.GetValue(_json) && parsed.GetValue(_csv))
            throw new UsageException(terminal.Say("--json and --csv exclude each other", "--json 与 --csv 不能同时使用"));
    }

    /// <summary>A part has a format of its own.</summary>
    /// <exception cref="UsageException">Another one is asked for.</exception>
    public void RefuseBesidePartial(ParseResult parsed)
    {
        if (parsed.GetValue(_json) || parsed.GetValue(_csv))
        {
            throw new UsageException(terminal.Say(
                "--partial writes a part, not a curve; --json and --csv belong to curve merge",
                "--partial 写出的是中间结果而不是曲线；--json、--csv 请用于 curve merge"));
        }
    }
}
