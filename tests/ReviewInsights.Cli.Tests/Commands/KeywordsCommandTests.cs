namespace ReviewInsights.Cli.Tests.Commands;

public sealed class KeywordsCommandTests
{
    private const string Reviews = "热水器加热快\n热水器漏水\n";

    [Theory]
    [InlineData("tfidf")]
    [InlineData("textrank")]
    public void The_heaviest_word_comes_first_with_weight_and_occurrences(string method)
    {
        var run = CommandRun.WithInput(Reviews, "keywords", "--input-format", "lines", "--method", method, "--top", "1");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        run.Output.ShouldMatch("^热水器\t[0-9.]+\t2\n$");
    }

    [Fact]
    public void A_negative_number_of_words_is_wrong_usage() =>
        CommandRun.WithInput(Reviews, "keywords", "--top", "-1").ExitCode.ShouldBe(ExitCode.WrongUsage);
}
