using System.CommandLine;
using ReviewInsights.Cli.Commands;
using ReviewInsights.IO;
using ReviewInsights.Training;

namespace ReviewInsights.Cli;

/// <summary>The command line as a whole: which commands there are, and how failures become exit codes.</summary>
internal static class CommandLine
{
    /// <summary>The commands, one line each: <c>XCommand.Create(terminal)</c> of the file <c>Commands/XCommand.cs</c>.</summary>
    private static RootCommand Commands(Terminal terminal) =>
        new(terminal.Say("Turns Chinese product reviews into explained opinions and emotion curves.", "把中文商品评论变成有据可查的观点和情感曲线。"))
        {
            LanguageOption(terminal),
            LogLevelOption(terminal),
            SegmentCommand.Create(terminal),
            KeywordsCommand.Create(terminal),
            TagCommand.Create(terminal),
            CurveCommand.Create(terminal),
            ReportCommand.Create(terminal),
            DemoCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            LexiconCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            TrainCommand.Create(terminal),
        };

    private const string LogLevelName = "--log-level";

    // A review may start with @ (@客服 …); it is not the name of a file with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        terminal.Language = AskedLanguage(args) ?? terminal.Language;
        try
        {
            var parsed = Commands(terminal).Parse(args, Parsing);
            if (parsed.Errors.Count > 0)
                throw new UsageException($"{Problem(parsed)} {terminal.Say("See --help.", "见 --help。")}");
            terminal.LogLevel = Enum.Parse<LogLevel>(parsed.GetValue<string>(LogLevelName)!, ignoreCase: true);
            var code = parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.OutputText,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
            terminal.OutputText.Flush();
            return code;
        }
        catch (UsageException e)
        {
            return Fail(terminal, e.Message, ExitCode.WrongUsage);
        }
        catch (InputFormatException e)
        {
            // The reason quotes headers and values; the name of the input must stay readable.
            return Fail(terminal, e.SourceName + PiiMasker.Default.Mask(e.Message[e.SourceName.Length..]), ExitCode.WrongUsage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or LexiconFormatException or ImportFormatException)
        {
            return Fail(terminal, e.Message, ExitCode.Unreadable);
        }
        catch (OperationCanceledException)
        {
            return Fail(terminal, terminal.Say("interrupted", "已中断"), ExitCode.Interrupted);
        }
    }

    private static int Fail(Terminal terminal, string message, int code)
    {
        terminal.Log(LogLevel.Error, $"review-insights: {message}");
        return code;
    }

    // Of a mistyped command the parser says first that a command is missing.
    private static string Problem(ParseResult parsed) =>
        parsed.Errors.FirstOrDefault(e => parsed.UnmatchedTokens.Any(t => e.Message.Contains($"'{t}'", StringComparison.Ordinal)))?.Message
        ?? parsed.Errors[0].Message;

    // The language decides the help texts, so it must be known before the commands are built, that is before parsing.
    private static Language? AskedLanguage(string[] args)
    {
        var at = Array.FindIndex(args, a => a == "--lang" || a.StartsWith("--lang=", StringComparison.Ordinal));
        var value = at < 0 ? null : args[at].Contains('=') ? args[at][7..] : args.ElementAtOrDefault(at + 1);
        return value switch { "zh" => Language.Chinese, "en" => Language.English, _ => null };
    }

    private static Option<string> LanguageOption(Terminal terminal)
    {
        var option = new Option<string>("--lang")
        {
            Description = terminal.Say("Language of messages: en or zh", "消息语言：en 或 zh"),
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }

    private static Option<string> LogLevelOption(Terminal terminal)
    {
        var option = new Option<string>(LogLevelName)
        {
            Description = terminal.Say("What to say on standard error: error, warning, info or debug", "标准错误输出的详细程度：error、warning、info 或 debug"),
            DefaultValueFactory = _ => "info",
            Recursive = true,
        };
        option.AcceptOnlyFromAmong("error", "warning", "info", "debug");
        return option;
    }
}
