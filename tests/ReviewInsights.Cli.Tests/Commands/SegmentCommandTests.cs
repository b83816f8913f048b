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

    [Theory]
    [InlineData("precise", "笔记本电脑 好用\n")]
    [InlineData("search", "笔记 电脑 笔记本 笔记本电脑 好用\n")]
    [InlineData("full", "笔记 笔记本 笔记本电脑 电脑 好用\n")]
    public void The_mode_chooses_the_words(string mode, string expected) =>
        CommandRun.WithInput("笔记本电脑好用\n", "segment", "--mode", mode).Output.ShouldBe(expected);

    [Fact]
    public void Tags_stand_behind_the_words() =>
        CommandRun.WithInput("手机很漂亮！2G 😀\n", "segment", "--tags").Output.ShouldBe("手机/n 很/d 漂亮/a ！/w 2G/eng 😀/e\n");

    [Fact]
    public void A_user_dictionary_adds_words()
    {
        using var scratch = new Scratch();

        CommandRun.WithInput("我的iphone 15 pro 很好\n", "segment", "--user-dict", scratch.Write("user.txt", "iPhone 15 Pro 3 nz\n")).Output.ShouldBe("我 的 iphone 15 pro 很 好\n");
        CommandRun.WithInput("云计酸很好\n", "segment", "--user-dict", scratch.Write("user.txt", "云计酸\n")).Output.ShouldBe("云计酸 很 好\n");
    }

    [Fact]
    public void Unknown_characters_are_joined_on_request() =>
        CommandRun.WithInput("龘靐很好\n", "segment", "--join-unknown").Output.ShouldBe("龘靐 很 好\n");
}
