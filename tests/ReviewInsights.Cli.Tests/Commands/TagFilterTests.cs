using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ReviewInsights.Cli.Tests.Commands;

/// <summary><c>tag --input-format ndjson -</c> as engines that pipe rows through a process see it.</summary>
public sealed class TagFilterTests
{
    private static readonly string[] Filter = ["tag", "--input-format", "ndjson", "--encoding", "utf-8", "-"];

    private static readonly string[] Sentences = ["物流很快，包装也好", "用了两天就坏了😡", "客服态度很差", "", "整体很满意", "电池不耐用，掉色严重"];

    [Fact]
    public void Any_split_of_the_input_gives_the_bytes_of_one_run()
    {
        var random = new Random(11);
        var lines = Lines(700);
        var expected = Run(lines);
        expected.Split('\n').Length.ShouldBe(lines.Length + 1);

        for (var round = 0; round < 5; round++)
        {
            var output = new StringBuilder();
            for (var at = 0; at < lines.Length;)
            {
                var length = Math.Min(lines.Length - at, random.Next(1, 400));
                output.Append(Run(lines[at..(at + length)]));
                at += length;
            }

            output.ToString().ShouldBe(expected);
        }
    }

    [Fact]
    public void Any_pace_at_which_bytes_arrive_gives_the_same_bytes()
    {
        var lines = Lines(300);
        var expected = Run(lines);
        for (var seed = 0; seed < 4; seed++)
        {
            using var output = new MemoryStream();
            var error = new StringWriter();
            using (var terminal = new Terminal(new Trickle(Encoding.UTF8.GetBytes(Joined(lines)), new Random(seed)), output, error))
                CommandLine.Run(Filter, terminal).ShouldBe(ExitCode.Done, error.ToString());
            Encoding.UTF8.GetString(output.ToArray()).ShouldBe(expected);
        }
    }

    [Fact]
    public void Every_line_is_answered_by_one_line_in_order_also_those_that_are_no_review()
    {
        string[] lines = ["{\"id\":\"甲\",\"text\":\"质量很好\"}", "", "[]", "{\"id\":\"乙\"}", "{broken", "{\"id\":\"丙\",\"text\":\"一\\n二\"}"];

        var answers = CommandRun.WithInput(Joined(lines), Filter).Output.Split('\n')[..^1].Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        answers.Select(a => a.TryGetProperty("id", out var id) ? id.GetString() : null).ShouldBe(["甲", null, null, null, null, "丙"]);
        answers.Where(a => a.TryGetProperty("error", out _)).Select(a => a.GetProperty("row").GetInt64()).ShouldBe([2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_process_answers_before_its_input_ends()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. Filter])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        try
        {
            foreach (var line in Lines(3))
            {
                await process.StandardInput.WriteAsync((line + "\n").AsMemory(), cancellation);
                await process.StandardInput.FlushAsync(cancellation);
                var answer = await process.StandardOutput.ReadLineAsync(cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(1), cancellation);
                (answer + "\n").ShouldBe(Run(line));
            }

            process.StandardInput.Close();
            (await process.StandardOutput.ReadToEndAsync(cancellation)).ShouldBeEmpty();
            await process.WaitForExitAsync(cancellation);
            process.ExitCode.ShouldBe(ExitCode.Done);
        }
        finally
        {
            process.Kill();
        }
    }

    private static string[] Lines(int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{{\"id\":\"r-{i}\",\"text\":\"{Sentences[i % Sentences.Length]}{(i % 4 == 0 ? "，" + Sentences[i / 4 % Sentences.Length] : "")}\",\"product_id\":\"P-{i % 3}\"}}")];

    private static string Joined(params IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Run(params string[] lines)
    {
        var run = CommandRun.WithInput(Joined(lines), Filter);
        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        return run.Output;
    }

    /// <summary>A pipe that hands over a few bytes at a time, also halves of characters.</summary>
    private sealed class Trickle(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 90)));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, random.Next(1, 90))]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, random.Next(1, 90))], cancellationToken);
    }
}
