namespace ReviewInsights.Cli.Tests.Commands;

public sealed class SegmentCommandTests
{
    [Fact]
    public void Every_line_becomes_a_line_of_words()
    {
        var run = CommandRun.WithInput("价格便宜\n\n质量 不错！\n", "segment");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        run.Output.ShouldBe("价格 便宜\n\n质量 不错 ！\n");
    }

    [Fact]
    public void Json_gives_spans_and_classes() =>
        CommandRun.WithInput("手机2G\n", "segment", "--json").Output
            .ShouldBe("[{\"word\":\"手机\",\"span\":[0,2],\"tag\":\"noun\"},{\"word\":\"2G\",\"span\":[2,2],\"tag\":\"alphanumeric\"}]\n");

    [Fact]
    public void Emoji_stay_readable_in_json() => CommandRun.WithInput("😀\n", "segment", "--json").Output.ShouldContain("\"word\":\"😀\"");

    [Fact]
    public void An_unknown_encoding_is_wrong_usage() =>
        CommandRun.WithInput("好\n", "segment", "--encoding", "klingon").ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public void A_file_is_written_when_one_is_named()
    {
        using var scratch = new Scratch();

        CommandRun.Of("segment", scratch.Write("in.txt", "价格便宜\n"), "-o", scratch["out.txt"]).ExitCode.ShouldBe(ExitCode.Done);

        scratch.Read("out.txt").ShouldBe("价格 便宜\n");
    }
}
