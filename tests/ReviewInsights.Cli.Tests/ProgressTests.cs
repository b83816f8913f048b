namespace ReviewInsights.Cli.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Progress_is_drawn_on_request_and_never_into_the_data()
    {
        var input = _scratch.Write("reviews.txt", string.Concat(Enumerable.Repeat("质量好\n", 2_000)));
        var plain = CommandRun.Of("tag", input);

        var run = CommandRun.Of("tag", input, "--progress", "always");

        run.Output.ShouldBe(plain.Output);
        run.Error.ShouldContain("rows");
        run.ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Nobody_who_is_no_terminal_gets_progress_unasked() =>
        CommandRun.Of("tag", _scratch.Write("reviews.txt", "好\n"), "--log-level", "error").Error.ShouldBe("");

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 2)]
    [InlineData("info", 3)]
    [InlineData("debug", 4)]
    public void The_log_level_says_how_much_is_said(string level, int lines) =>
        CommandRun.Of("tag", _scratch.Write("reviews.ndjson", "broken\n"), "--log-level", level).Error.Count(c => c == '\n').ShouldBe(lines);

    public void Dispose() => _scratch.Dispose();
}
