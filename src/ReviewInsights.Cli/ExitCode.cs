namespace ReviewInsights.Cli;

/// <summary>What the process answers to its caller. Part of the contract: scripts branch on these.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int DoneWithQuarantine = 1;
    public const int WrongUsage = 2;
    public const int Unreadable = 3;
    public const int Interrupted = 130;
}
