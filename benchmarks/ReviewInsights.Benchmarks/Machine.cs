namespace ReviewInsights.Benchmarks;

/// <summary>The machine that figures belong to.</summary>
internal static class Machine
{
    /// <summary>Name of the processor, as far as the system tells it.</summary>
    internal static string Processor { get; } = NameOf("/proc/cpuinfo") ?? "unknown processor";

    private static string? NameOf(string file) =>
        File.Exists(file) && File.ReadLines(file).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':') + 1)..].Trim()
            : null;
}
