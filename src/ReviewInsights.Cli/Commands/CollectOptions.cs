using System.CommandLine;
using ReviewInsights.Cli.Collecting;
using ReviewInsights.Cli.Tagging;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options of commands that gather many reviews into one result, and the run that they share.</summary>
internal sealed class CollectOptions
{
    private readonly Terminal _terminal;
    private readonly ThreadsOption _threads;
    private readonly Option<string?> _quarantine;
    private readonly Option<string> _progress;
    private readonly InputOptions _input;
    private readonly AnalyzerOptions _analyzer;

    /// <param name="terminal">Says what an option does, in the user's language.</param>
    /// <param name="command">Takes the options.</param>
    public CollectOptions(Terminal terminal, Command command)
    {
        _terminal = terminal;
        _threads = new ThreadsOption(terminal, command);
        _quarantine = new Option<string?>("--quarantine") { Description = terminal.Say("File for rows that cannot be read", "无法读取的行写入此文件") };
        _progress = new Option<string>("--progress") { Description = terminal.Say("auto, always or never", "auto、always 或 never"), DefaultValueFactory = _ => "auto" };
        _progress.AcceptOnlyFromAmong("auto", "always", "never");
        command.Add(_quarantine);
        command.Add(_progress);
        _input = new InputOptions(terminal, command);
        _analyzer = new AnalyzerOptions(terminal, command);
    }

    /// <summary>Checks the options and makes the analyser for raw reviews.</summary>
    public ReviewAnalyzer CreateAnalyzer(ParseResult parsed)
    {
        _threads.ValueOf(parsed);
        return _analyzer.Create(parsed);
    }

    /// <summary>Refuses to write over what is read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">Files to read, or patterns of their names; null where there is none.</param>
    /// <param name="output">File to write; null is standard output.</param>
    public void GuardOutput(ParseResult parsed, IEnumerable<string?> inputs, string? output) =>
        OutputGuard.Check(_terminal, InputOptions.Expand(inputs.OfType<string>()), output, parsed.GetValue(_quarantine));

    /// <summary>Reads all reviews, tagged or raw, and hands over what was gathered and how many rows could not be read.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public int Run<TCollector>(ParseResult parsed, ReviewAnalyzer analyzer, string input, Func<TCollector> newCollector, Action<TCollector, long> write)
        where TCollector : ICollector<TCollector>
    {
        using var bad = new Quarantine(parsed.GetValue(_quarantine), _terminal);
        using (var bar = Progress.Start(_terminal, parsed.GetValue(_progress)!))
        {
            var pipeline = new ReviewPipeline<TCollector>(analyzer, newCollector, _threads.ValueOf(parsed))
            {
                OnRejected = bad.Add,
                OnProgress = bar.Report,
                OnRead = summary => InputWarnings.Report(_terminal, summary),
            };
            var collector = newCollector();
            foreach (var path in InputOptions.Expand([input]))
            {
                using var reviews = _input.Open(parsed, path);
                collector.Merge(pipeline.Collect(reviews, _terminal.Cancellation));
            }

            write(collector, bad.Count);
        }

        bad.Commit();
        bad.Report();
        return bad.Count > 0 ? ExitCode.DoneWithQuarantine : ExitCode.Done;
    }
}
