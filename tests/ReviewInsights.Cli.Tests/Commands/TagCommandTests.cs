using System.Text.Json;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class TagCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void Csv_becomes_one_record_a_row_in_order()
    {
        var input = _scratch.Write("reviews.csv", "评论ID,评价内容,星级\nb,质量很好,5\na,\"物流慢，\n包装破了\",1\n");

        var run = CommandRun.Of("tag", input);

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        var records = Records(run.Output);
        records.Select(r => r.GetProperty("id").GetString()).ShouldBe(["b", "a"]);
        records[0].GetProperty("aspects").GetProperty("material").GetString().ShouldBe("positive");
        records[1].GetProperty("stages").GetProperty("anticipation").GetDouble().ShouldBeLessThan(0);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var input = _scratch.Write("reviews.txt", string.Concat(Enumerable.Range(0, 3000).Select(i => $"第{i}次买，{(i % 3 == 0 ? "质量很好" : "物流太慢")}\n")));

        var one = CommandRun.Of("tag", input, "--threads", "1");
        var three = CommandRun.Of("tag", input, "--threads", "3");

        three.Output.ShouldBe(one.Output);
        Records(one.Output).Length.ShouldBe(3000);
    }

    [Fact]
    public void A_broken_row_is_quarantined_with_line_and_reason_and_the_rest_goes_on()
    {
        var input = _scratch.Write("reviews.ndjson", "{\"id\":1,\"text\":\"质量很好\"}\n{broken\n{\"id\":3,\"text\":\"物流慢\"}\n");

        var run = CommandRun.Of("tag", input, "-o", _scratch["out.ndjson"]);

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        Records(_scratch.Read("out.ndjson")).Select(r => r.GetProperty("id").GetString()).ShouldBe(["1", "3"]);
        _scratch.Read("out.ndjson.quarantine.csv").ShouldContain(",2,2,");
        run.Error.ShouldContain(":2:");
    }

    [Fact]
    public void Standard_input_answers_every_line_with_a_line()
    {
        var run = CommandRun.WithInput("{\"id\":1,\"text\":\"质量很好\"}\n\nnonsense\n{\"id\":2,\"text\":\"\"}\n", "tag", "--input-format", "ndjson", "-");

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        var records = Records(run.Output);
        records.Length.ShouldBe(4);
        records[1].TryGetProperty("error", out _).ShouldBeTrue();
        records[3].GetProperty("id").GetString().ShouldBe("2");
    }

    [Fact]
    public void A_table_without_a_text_column_is_wrong_usage_and_says_what_is_there()
    {
        var input = _scratch.Write("reviews.csv", "id,remark2\n1,质量很好\n");

        var run = CommandRun.Of("tag", input);

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("remark2");
        run.Error.ShouldContain("--text-column");
        CommandRun.Of("tag", input, "--text-column", "remark2").ExitCode.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Evidence_and_text_come_on_request()
    {
        var input = _scratch.Write("reviews.txt", "质量不好\n");

        var record = Records(CommandRun.Of("tag", input, "--explain", "--include-text").Output).Single();

        record.GetProperty("text").GetString().ShouldBe("质量不好");
        record.GetProperty("opinions")[0].GetProperty("evidence").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_users_table_is_laid_over_the_lexicon()
    {
        var input = _scratch.Write("reviews.txt", "这款绝绝子\n");
        var table = _scratch.Write("mine.tsv", "term\tvalence\tattribute\tbinding\tstage\n绝绝子\t-0.9\n");

        Records(CommandRun.Of("tag", input, "--lexicon", table).Output).Single().GetProperty("opinions")[0].GetProperty("score").GetDouble().ShouldBe(-0.9);
    }

    [Theory]
    [InlineData("mine.tsv", "term\tvalence\tattribute\tbinding\tstage\n好\t9\n", "mine.tsv:2:3: error RI104")]
    [InlineData("mine.rilex", "no lexicon", "mine.rilex:0:0: error RI201")]
    public void A_damaged_lexicon_is_unreadable_and_says_where(string name, string content, string problem)
    {
        var input = _scratch.Write("reviews.txt", "质量好\n");

        var run = CommandRun.Of("tag", input, "--lexicon", _scratch.Write(name, content));

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain(problem);
    }

    [Fact]
    public void A_missing_file_is_unreadable_and_leaves_no_output()
    {
        var run = CommandRun.Of("tag", _scratch["nowhere.csv"], "-o", _scratch["out.ndjson"]);

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        _scratch.Files().ShouldNotContain("out.ndjson");
    }

    [Fact]
    public void An_input_is_never_replaced_by_the_output()
    {
        var input = _scratch.Write("reviews.csv", "text\n质量好\n");

        CommandRun.Of("tag", input, "-o", input).ExitCode.ShouldBe(ExitCode.WrongUsage);

        _scratch.Read("reviews.csv").ShouldBe("text\n质量好\n");
    }

    [Theory]
    [InlineData("--threads", "0")]
    [InlineData("--aspects", "price")]
    [InlineData("--format", "xml")]
    [InlineData("--encoding", "klingon")]
    public void Wrong_options_are_wrong_usage(string option, string value) =>
        CommandRun.Of("tag", _scratch.Write("reviews.txt", "好\n"), option, value).ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public void Csv_output_has_one_row_a_review()
    {
        var input = _scratch.Write("reviews.txt", "质量好\n物流慢\n");

        var lines = CommandRun.Of("tag", input, "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("aspect.logistics");
    }

    public void Dispose() => _scratch.Dispose();

    private static JsonElement[] Records(string ndjson) =>
        [.. ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
