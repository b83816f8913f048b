using System.Diagnostics;
using Spectre.Console;

namespace ReviewInsights.Cli;

/// <summary>Rows and rate on standard error while a command works; silent where nobody looks.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IAnsiConsole? _console;
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _shown;

    private Progress(IAnsiConsole? console) => _console = console;

    /// <param name="terminal">Where to show it.</param>
    /// <param name="when"><c>auto</c> (on a terminal only), <c>always</c> or <c>never</c>.</param>
    public static Progress Start(Terminal terminal, string when)
    {
        var visible = when == "always" || (when == "auto" && terminal.ErrorIsTerminal);
        return new Progress(visible ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) }) : null);
    }

    public void Report(long rows)
    {
        var now = Stopwatch.GetTimestamp();
        if (_console is null || Stopwatch.GetElapsedTime(_shown, now) < Interval) return;
        _shown = now;
        _console.Write(new Spectre.Console.Text($"\r{rows:N0} rows, {rows / Math.Max(Stopwatch.GetElapsedTime(_start, now).TotalSeconds, 0.001):N0}/s "));
    }

    public void Dispose()
    {
        if (_shown != 0) _console!.WriteLine();
    }
}
