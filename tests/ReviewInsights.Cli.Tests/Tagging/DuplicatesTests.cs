using System.Text.Json;

namespace ReviewInsights.Cli.Tests.Tagging;

public sealed class DuplicatesTests : IDisposable
{
    private const string Table = "id,text,user_id\na,质量好,u1\nb,质量好,u1\na,质量好,u1\nc,物流慢,u2\nb,质量差,u1\n";

    private readonly Scratch _scratch = new();

    [Fact]
    public void Rows_that_repeat_earlier_ones_are_counted_and_stay()
    {
        var run = CommandRun.Of("tag", _scratch.Write("reviews.csv", Table));

        run.Error.ShouldContain("5 rows read; 5 tagged; 0 quarantined; 1 duplicates;");
        Ids(run).ShouldBe(["a", "b", "a", "c", "b"]);
    }

    [Theory]
    [InlineData(null, "a b c b")]
    [InlineData("id", "a b c")]
    [InlineData("text,user_id", "a c b")]
    public void Duplicates_can_be_left_out_by_the_fields_of_a_key(string? key, string kept)
    {
        string[] options = key is null ? [] : ["--duplicate-key", key];

        var run = CommandRun.Of(["tag", _scratch.Write("reviews.csv", Table), "--duplicates", "drop", .. options]);

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        string.Join(' ', Ids(run)).ShouldBe(kept);
        run.Error.ShouldContain("duplicates left out");
    }

    [Fact]
    public void The_first_of_several_files_counts_for_the_second()
    {
        var run = CommandRun.Of("tag", _scratch.Write("a.txt", "质量好\n"), _scratch.Write("b.txt", "物流慢\n质量好\n"), "--duplicates", "drop");

        Ids(run).Length.ShouldBe(2);
    }

    [Fact]
    public void Keeping_does_not_even_look() =>
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "--duplicates", "keep").Error.ShouldNotContain("duplicates");

    [Theory]
    [InlineData("--duplicate-key", "name")]
    [InlineData("--duplicates", "maybe")]
    public void Wrong_options_are_wrong_usage(string option, string value) =>
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), option, value).ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public void A_line_that_waits_for_its_answer_is_never_left_out() =>
        CommandRun.WithInput("{\"text\":\"好\"}\n", "tag", "--input-format", "ndjson", "-", "--duplicates", "drop").ExitCode.ShouldBe(ExitCode.WrongUsage);

    public void Dispose() => _scratch.Dispose();

    private static string[] Ids(CommandRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];
}
