using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ReviewInsights.Cli.Tests.Tagging;

/// <summary>The tool as a process of its own, killed without warning at random moments.</summary>
public sealed class KillTests : IDisposable
{
    private const string CountVariable = "REVIEWINSIGHTS_KILLS";
    private const int Rows = 200_000;

    private readonly Scratch _scratch = new();

    [Fact]
    public void A_killed_run_is_resumed_to_the_same_bytes()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable(CountVariable) ?? "5", CultureInfo.InvariantCulture);
        var input = _scratch.Write("reviews.csv", Reviews());
        var clock = Stopwatch.StartNew();
        Run(killAfter: null, "tag", input, "-o", _scratch["whole.ndjson"], "--duplicates", "drop").ShouldBe(ExitCode.DoneWithQuarantine);
        var duration = clock.Elapsed;
        var whole = File.ReadAllBytes(_scratch["whole.ndjson"]);
        var quarantine = File.ReadAllBytes(_scratch["whole.ndjson.quarantine.csv"]);
        var random = new Random(kills);
        var interrupted = 0;

        for (var kill = 0; kill < kills; kill++)
        {
            string[] command = ["tag", input, "-o", _scratch["out.ndjson"], "--duplicates", "drop"];
            // Twice in a row: a resumed run can be killed, too.
            var first = Run(killAfter: duration * random.NextDouble(), command);
            var second = Run(killAfter: duration * random.NextDouble(), [.. command, "--resume"]);
            interrupted += (first is null ? 1 : 0) + (second is null ? 1 : 0);

            Run(killAfter: null, [.. command, "--resume"]).ShouldBe(ExitCode.DoneWithQuarantine);

            File.ReadAllBytes(_scratch["out.ndjson"]).AsSpan().SequenceEqual(whole).ShouldBeTrue($"kill {kill}");
            File.ReadAllBytes(_scratch["out.ndjson.quarantine.csv"]).AsSpan().SequenceEqual(quarantine).ShouldBeTrue($"kill {kill}");
            _scratch.Files().ShouldNotContain(name => name.Contains(".partial", StringComparison.Ordinal));
            File.Delete(_scratch["out.ndjson"]);
            File.Delete(_scratch["out.ndjson.quarantine.csv"]);
        }

        interrupted.ShouldBeGreaterThan(kills / 2, "nearly all runs ended before they were killed, so that this test shows nothing");
    }

    public void Dispose() => _scratch.Dispose();

    private static string Reviews()
    {
        var text = new StringBuilder("id,text,rating\n");
        for (var i = 0; i < Rows; i++)
        {
            if (i % 10_000 == 17) text.Append(CultureInfo.InvariantCulture, $"{i},too,many,cells\n");
            else if (i % 1_000 == 5) text.Append("1,\"质量好，\n包装也好\",5\n");
            else text.Append(CultureInfo.InvariantCulture, $"{i},第{i}次买，{(i % 3 == 0 ? "质量很好，客服也耐心" : "物流太慢，包装破了")},{(i % 5) + 1}\n");
        }

        return text.ToString();
    }

    /// <returns>The exit code, or null where the process was killed.</returns>
    private static int? Run(TimeSpan? killAfter, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]) { UseShellExecute = false, RedirectStandardError = true };
        using var process = Process.Start(start).ShouldNotBeNull();
        var error = process.StandardError.ReadToEndAsync();
        if (killAfter is not { } delay)
        {
            process.WaitForExit();
            process.ExitCode.ShouldBeOneOf([ExitCode.Done, ExitCode.DoneWithQuarantine], error.GetAwaiter().GetResult());
            return process.ExitCode;
        }

        if (process.WaitForExit(delay))
            return process.ExitCode;
        process.Kill();
        process.WaitForExit();
        return null;
    }
}
