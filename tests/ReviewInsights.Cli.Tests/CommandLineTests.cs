namespace ReviewInsights.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("tag --bogus")]
    [InlineData("explain 好 bogus")]
    public void What_is_not_understood_is_named_in_one_line(string line)
    {
        var run = CommandRun.Of(line.Split(' '));

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("bogus");
        run.Error.Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public void Nothing_asked_is_wrong_usage() => CommandRun.Of().ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Theory]
    [InlineData("zh_CN.UTF-8", null, 1)]
    [InlineData("en_US.UTF-8", "zh_CN.UTF-8", 0)]
    [InlineData("", "zh_TW", 1)]
    [InlineData(null, null, 0)]
    public void The_environment_chooses_the_language(string? all, string? lang, int expected) =>
        Terminal.LanguageOf(name => name switch { "LC_ALL" => all, "LANG" => lang, _ => null }).ShouldBe((Language)expected);
}
