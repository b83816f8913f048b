using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ReviewInsights.Cli;

/// <summary>Rows, rate and time left on standard error while a command works; silent where nobody looks.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Terminal _terminal;
    private readonly Drawing? _drawing;
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _shown;

    private Progress(Terminal terminal, Drawing? drawing)
    {
        _terminal = terminal;
        _drawing = drawing;
        // The drawing moves the cursor, so that whoever writes beside it has to go through it.
        if (drawing is not null) terminal.LogTo = drawing.WriteLine;
    }

    /// <param name="terminal">Where to show it.</param>
    /// <param name="when"><c>auto</c> (on a terminal only), <c>always</c> or <c>never</c>.</param>
    public static Progress Start(Terminal terminal, string when)
    {
        var visible = when == "always" || (when == "auto" && terminal.ErrorIsTerminal);
        return new Progress(terminal, visible ? new Drawing(terminal) : null);
    }

    /// <param name="rows">Rows read.</param>
    /// <param name="share">Share of the input that is, or null where it is not known.</param>
    public void Report(long rows, double? share)
    {
        if (_drawing is null) return;
        var now = Stopwatch.GetTimestamp();
        if (Stopwatch.GetElapsedTime(_shown, now) < Interval) return;
        _shown = now;
        var rate = rows / Math.Max(Stopwatch.GetElapsedTime(_start, now).TotalSeconds, 0.001);
        _drawing.Update(string.Create(
            CultureInfo.InvariantCulture, $"{rows:N0} {_terminal.Say("rows", "行")} {rate:N0}{_terminal.Say("/s", "/秒")}"), share);
    }

    public void Dispose()
    {
        if (_drawing is null) return;
        _drawing.Dispose();
        _terminal.LogTo = null;
    }

    /// <summary>Spectre draws while a function runs; ours runs until it is told to stop.</summary>
    private sealed class Drawing : IDisposable
    {
        private readonly IAnsiConsole _console;
        private readonly TaskCompletionSource _end = new();
        private readonly ProgressTask _task;
        private readonly Task _drawing;

        public Drawing(Terminal terminal)
        {
            _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
            var started = new TaskCompletionSource<ProgressTask>();
            // On a thread of the pool: Spectre goes on in the context it was started from, which may wait for us.
            _drawing = Task.Run(() => _console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(context =>
                {
                    started.SetResult(context.AddTask("0", maxValue: 1));
                    return _end.Task;
                }));
            // Where drawing fails at once, there is no task to wait for, but a reason.
            if (Task.WaitAny(started.Task, _drawing) == 1) _drawing.GetAwaiter().GetResult();
            _task = started.Task.GetAwaiter().GetResult();
            _task.IsIndeterminate = true;
        }

        public void WriteLine(string line) => _console.WriteLine(line);

        public void Update(string description, double? share)
        {
            _task.Description = description;
            _task.IsIndeterminate = share is null;
            if (share is { } value) _task.Value = value;
        }

        public void Dispose()
        {
            _end.SetResult();
            _drawing.GetAwaiter().GetResult();
        }
    }
}
