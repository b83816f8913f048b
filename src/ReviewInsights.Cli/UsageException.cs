namespace ReviewInsights.Cli;

/// <summary>The command line asks for something that cannot be done as asked; ends with <see cref="ExitCode.WrongUsage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
