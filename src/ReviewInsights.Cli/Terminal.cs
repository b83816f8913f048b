using System.Runtime.InteropServices;
using System.Text;
using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli;

/// <summary>The outside of the process as the commands see it, so that tests can stand in for it.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly List<IDisposable> _owned = [];

    public Terminal(Stream input, Stream output, TextWriter error, CancellationToken cancellation = default)
    {
        Input = new InterruptibleInput(input, cancellation);
        Output = output;
        OutputText = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        Error = error;
        Cancellation = cancellation;
    }

    /// <summary>Bytes of standard input. Waiting for them ends when <see cref="Cancellation"/> fires.</summary>
    public Stream Input { get; }

    /// <summary>Bytes of standard output. Do not mix with <see cref="OutputText"/> without flushing.</summary>
    public Stream Output { get; }

    /// <summary>Standard output as UTF-8 text with <c>\n</c> line ends; flushed when the command returns.</summary>
    public StreamWriter OutputText { get; }

    /// <summary>Standard error: progress, warnings and the one line that says why a command failed.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether standard error is a screen; progress is drawn only there.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Language of the messages; <see cref="CommandLine"/> sets it from <c>--lang</c>.</summary>
    public Language Language { get; set; }

    /// <summary>How much is said on <see cref="Error"/>.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Info;

    /// <summary>Takes the lines of the log while something else is drawn on the screen; null writes them to <see cref="Error"/>.</summary>
    public Action<string>? LogTo { get; set; }

    /// <summary>Fires on Ctrl+C and on a request to terminate.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>The message in the language of the user.</summary>
    public string Say(string english, string chinese) => Language == Language.Chinese ? chinese : english;

    /// <summary>
    /// Says something on standard error, if the user wants to know that much. Messages quote names and values of the input, which
    /// must not move the cursor. Whoever quotes a value masks it before: a log is read by others than the data.
    /// </summary>
    public void Log(LogLevel level, string message)
    {
        if (level > LogLevel) return;
        var line = DisplayWidth.Fit(message, int.MaxValue);
        try
        {
            if (LogTo is null) Error.WriteLine(line);
            else LogTo(line);
        }
        catch (IOException)
        {
            // A log that nobody can take, on a full disk or a closed pipe, must not end the work that it is about.
        }
    }

    /// <summary>
    /// The terminal of this process; Ctrl+C asks the command to stop. A second one ends the process at once, and so does waiting for
    /// something that does not notice, such as a query of a database: what is finished then is what the last checkpoint says.
    /// </summary>
    public static Terminal OfProcess()
    {
        var stop = new CancellationTokenSource();
        var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        var terminal = new Terminal(Console.OpenStandardInput(), Console.OpenStandardOutput(), error, stop.Token)
        {
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Language = LanguageOf(Environment.GetEnvironmentVariable),
        };
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM])
        {
            terminal._owned.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = !stop.IsCancellationRequested;
                stop.Cancel();
                _ = Task.Delay(Patience).ContinueWith(_ => Environment.Exit(ExitCode.Interrupted), TaskScheduler.Default);
            }));
        }

        terminal._owned.Add(stop);
        return terminal;
    }

    /// <summary>The language a POSIX environment asks for; the process itself runs culture-invariant.</summary>
    internal static Language LanguageOf(Func<string, string?> variable)
    {
        foreach (var name in (ReadOnlySpan<string>)["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (variable(name) is { Length: > 0 } value)
                return value.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
        }

        return Language.English;
    }

    public void Dispose()
    {
        OutputText.Dispose();
        foreach (var owned in _owned)
            owned.Dispose();
    }
}

/// <summary>Language of messages and reports.</summary>
internal enum Language
{
    English = 0,
    Chinese = 1,
}
