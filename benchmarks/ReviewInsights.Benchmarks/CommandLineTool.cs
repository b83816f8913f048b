using System.Diagnostics;
using System.Reflection;

namespace ReviewInsights.Benchmarks;

/// <summary>The command line <c>review-insights</c>, as it was built beside this program.</summary>
internal static class CommandLineTool
{
    private const string AssemblyName = "review-insights";

    /// <summary>Runs a command through the entry point, in this process, so that its start costs nothing.</summary>
    internal static void RunHere(params string[] arguments)
    {
        var code = (int)Assembly.Load(AssemblyName).EntryPoint!.Invoke(null, [arguments])!;
        if (code != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with exit code {code}.");
    }

    /// <summary>Runs a command in a process of its own.</summary>
    /// <returns>The most memory the process held, in bytes, as far as it was seen alive.</returns>
    internal static long RunApart(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.BeginOutputReadLine(); // read and dropped
        // The peak counts from the start of the process and never falls, so rare looks miss only what happens at the very end.
        var peak = 0L;
        do
        {
            process.Refresh();
            peak = Math.Max(peak, PeakOf(process));
        }
        while (!process.WaitForExit(milliseconds: 20));
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with exit code {process.ExitCode}.");
        return peak;
    }

    private static long PeakOf(Process process)
    {
        try
        {
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended between the question and the answer
        }
    }
}
