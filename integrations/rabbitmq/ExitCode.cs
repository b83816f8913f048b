namespace ReviewInsights.RabbitMq;

/// <summary>What the process answers to its caller; the codes of <c>review-insights</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Incomplete = 1;
    public const int Failed = 3;
    public const int Interrupted = 130;
}
