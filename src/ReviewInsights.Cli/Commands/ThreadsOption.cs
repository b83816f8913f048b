using System.CommandLine;

namespace ReviewInsights.Cli.Commands;

/// <summary>The option that says how many reviews are analysed at the same time.</summary>
internal sealed class ThreadsOption
{
    // More than any machine has; each holds buffers.
    private const int Most = 1024;

    private readonly Option<int> _option;

    public ThreadsOption(Terminal terminal, Command command)
    {
        _option = new Option<int>("--threads")
        {
            Description = terminal.Say("How many reviews to analyse at the same time; the output is the same for any number", "并行分析数；输出与之无关"),
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        command.Add(_option);
    }

    /// <exception cref="UsageException">The number is none of threads.</exception>
    public int ValueOf(ParseResult parsed) => parsed.GetValue(_option) is >= 1 and <= Most and var threads
        ? threads
        : throw new UsageException($"--threads {parsed.GetValue(_option)}: 1 to {Most} is right");
}
