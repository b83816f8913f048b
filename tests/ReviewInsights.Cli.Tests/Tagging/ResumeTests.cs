using System.Globalization;
using System.Text;
using ReviewInsights.Cli.Tagging;

namespace ReviewInsights.Cli.Tests.Tagging;

/// <summary>A run that breaks off, and the run that goes on from there.</summary>
public sealed class ResumeTests : IDisposable
{
    // More than two checkpoints.
    private const int Rows = 80_000;

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("out.ndjson", 60_000)]
    [InlineData("out.csv", 34_000)]
    [InlineData("out.ndjson", 3)]
    [InlineData("out.ndjson", Rows + 1)]
    public void A_stopped_run_is_resumed_to_the_same_bytes(string output, int stopAfter)
    {
        var reviews = Reviews();
        var whole = CommandRun.Of("tag", _scratch.Write("reviews.ndjson", reviews), "-o", _scratch["whole" + Path.GetExtension(output)]);
        StopAfter(stopAfter, reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch[output]).ShouldBe(stopAfter > Rows ? ExitCode.DoneWithQuarantine : ExitCode.Interrupted);

        var resumed = CommandRun.WithInput(reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch[output], "--resume");

        resumed.ExitCode.ShouldBe(whole.ExitCode, resumed.Error);
        Answered(_scratch.Read(output)).ShouldBe(_scratch.Read("whole" + Path.GetExtension(output)));
        _scratch.Read(output + ".quarantine.csv").ShouldBe(_scratch.Read("whole" + Path.GetExtension(output) + ".quarantine.csv").Replace(_scratch["reviews.ndjson"], "'-", StringComparison.Ordinal));
        _scratch.Files().ShouldNotContain(name => name.Contains(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_resumed_run_does_not_do_finished_rows_again()
    {
        var reviews = Reviews();
        StopAfter(60_000, reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"]);

        CommandRun.WithInput(reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"], "--resume").Error.ShouldContain("resumed behind row");
    }

    [Fact]
    public void A_changed_input_is_not_resumed()
    {
        var reviews = Reviews();
        StopAfter(60_000, reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"]);
        var changed = reviews.Replace("第100次", "第壹百次", StringComparison.Ordinal);

        var run = CommandRun.WithInput(changed, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("not what the interrupted run read");
        _scratch.Files().ShouldContain("out.ndjson.partial");
    }

    [Fact]
    public void An_input_that_became_shorter_is_not_resumed()
    {
        var reviews = Reviews();
        StopAfter(60_000, reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"]);

        var run = CommandRun.WithInput(reviews[..1000], "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("ends after");
    }

    [Fact]
    public void Other_options_are_not_mixed_into_one_output()
    {
        var reviews = Reviews();
        StopAfter(60_000, reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"]);

        var run = CommandRun.WithInput(reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"], "--include-text", "--resume");

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("format");
    }

    [Fact]
    public void With_nothing_to_resume_the_run_starts_from_the_beginning()
    {
        var input = _scratch.Write("reviews.txt", "质量好\n");

        CommandRun.Of("tag", input, "-o", _scratch["out.ndjson"], "--resume").ExitCode.ShouldBe(ExitCode.Done);

        _scratch.Read("out.ndjson").Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public void Without_resume_a_run_starts_over()
    {
        var reviews = Reviews();
        StopAfter(60_000, reviews, "tag", "--input-format", "ndjson", "-", "-o", _scratch["out.ndjson"]);

        CommandRun.Of("tag", _scratch.Write("one.txt", "质量好\n"), "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.Done);

        _scratch.Read("out.ndjson").Count(c => c == '\n').ShouldBe(1);
        _scratch.Files().ShouldNotContain("out.ndjson.quarantine.csv");
    }

    [Fact]
    public void A_run_killed_between_writing_and_naming_is_brought_to_its_end()
    {
        var reviews = Reviews();
        var input = _scratch.Write("reviews.ndjson", reviews);
        CommandRun.Of("tag", input, "-o", _scratch["whole.ndjson"]);
        Stop(input);
        // The output has its name already; its quarantine and its journal are as the kill left them.
        File.Move(_scratch["out.ndjson.partial"], _scratch["out.ndjson"]);

        var run = CommandRun.Of("tag", input, "-o", _scratch["out.ndjson"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine, run.Error);
        _scratch.Read("out.ndjson").ShouldBe(_scratch.Read("whole.ndjson"));
        _scratch.Read("out.ndjson.quarantine.csv").ShouldBe(_scratch.Read("whole.ndjson.quarantine.csv"));
        _scratch.Files().ShouldNotContain(name => name.Contains(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_partial_file_that_lost_its_end_is_taken_up_at_an_earlier_checkpoint()
    {
        var input = _scratch.Write("reviews.ndjson", Reviews());
        CommandRun.Of("tag", input, "-o", _scratch["whole.ndjson"]);
        Stop(input);
        using (var partial = File.OpenWrite(_scratch["out.ndjson.partial"]))
            partial.SetLength(partial.Length - 1);

        var run = CommandRun.Of("tag", input, "-o", _scratch["out.ndjson"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine, run.Error);
        _scratch.Read("out.ndjson").ShouldBe(_scratch.Read("whole.ndjson"));
    }

    [Fact]
    public void Another_input_is_not_mixed_into_one_output()
    {
        var input = _scratch.Write("reviews.ndjson", Reviews());
        Stop(input);

        var run = CommandRun.Of("tag", _scratch.Write("other.ndjson", Reviews()), "-o", _scratch["out.ndjson"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("other.ndjson");
    }

    [Fact]
    public void Standard_output_cannot_be_resumed() =>
        CommandRun.Of("tag", _scratch.Write("a.txt", "好\n"), "--resume").ExitCode.ShouldBe(ExitCode.WrongUsage);

    public void Dispose() => _scratch.Dispose();

    // Behind the first checkpoint of a run over a file.
    private void Stop(string input)
    {
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        using var terminal = new Terminal(Stream.Null, Stream.Null, error, stop.Token);
        var run = Task.Run(() => CommandLine.Run(["tag", input, "-o", _scratch["out.ndjson"], "--threads", "1"], terminal));
        var journal = _scratch["out.ndjson.partial.journal"];
        SpinWait.SpinUntil(() => run.IsCompleted || JournalLength(journal) > 0);
        var ofJob = JournalLength(journal);
        SpinWait.SpinUntil(() => run.IsCompleted || JournalLength(journal) > ofJob);
        stop.Cancel();
        run.GetAwaiter().GetResult().ShouldBe(ExitCode.Interrupted, error.ToString());
    }

    private static string Reviews()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Rows; i++)
        {
            if (i % 5_000 == 17) text.Append("{broken\n");
            else text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"r{i}\",\"text\":\"第{i}次买，{(i % 3 == 0 ? "质量很好" : "物流太慢")}\"}}\n");
        }

        return text.ToString();
    }

    // Standard input is answered line by line, a rejected line too; a file is not.
    private static string Answered(string output) =>
        string.Concat(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("{\"v\":1,\"error\"", StringComparison.Ordinal)).Select(line => line + "\n"));

    private static int StopAfter(int rows, string reviews, params string[] args)
    {
        using var stop = new CancellationTokenSource();
        using var input = new StoppingInput(Encoding.UTF8.GetBytes(reviews), rows, stop);
        using var error = new StringWriter();
        using var terminal = new Terminal(input, Stream.Null, error, stop.Token);
        return CommandLine.Run(args, terminal);
    }

    /// <summary>Asks for the stop when so many lines have been handed over, as the user does somewhere in the middle.</summary>
    private sealed class StoppingInput(byte[] bytes, int rows, CancellationTokenSource stop) : MemoryStream(bytes)
    {
        private int _lines;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, Math.Min(count, 64 * 1024));
            _lines += buffer.AsSpan(offset, read).Count((byte)'\n');
            if (_lines >= rows) stop.Cancel();
            return read;
        }
    }

    // Looked at from outside: the run lets nobody else open it.
    private static long JournalLength(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
