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

    [Fact]
    public void An_input_is_never_replaced_by_the_quarantine_nor_the_output_by_it()
    {
        var input = _scratch.Write("reviews.csv", "text,id\n质量好,1\nbroken\n");

        CommandRun.Of("tag", input, "--quarantine", input).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("tag", input, "-o", _scratch["x"], "--quarantine", _scratch["x"]).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("curve", input, "-o", input).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("segment", input, "-o", input).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("tag", input, "-o", "").ExitCode.ShouldBe(ExitCode.WrongUsage);

        _scratch.Read("reviews.csv").ShouldBe("text,id\n质量好,1\nbroken\n");
    }

    [Fact]
    public void A_missing_second_file_is_found_before_the_first_is_read()
    {
        var run = CommandRun.Of("tag", _scratch.Write("a.txt", "好\n"), _scratch["b.txt"], "-o", _scratch["out.ndjson"]);

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("b.txt");
        _scratch.Files().ShouldBe(["a.txt"]);
    }

    [Fact]
    public void A_failure_half_way_leaves_the_finished_part_under_a_partial_name()
    {
        var broken = _scratch.Write("b.csv", "sku,remark2\n1,好\n");

        CommandRun.Of("tag", _scratch.Write("a.txt", "质量好\n"), broken, "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.WrongUsage);

        _scratch.Files().ShouldBe(["a.txt", "b.csv", "out.ndjson.partial", "out.ndjson.partial.journal"]);
        Records(_scratch.Read("out.ndjson.partial")).Length.ShouldBe(1);
    }

    [Fact]
    public void A_stop_reaches_a_run_that_waits_for_input()
    {
        using var stop = new CancellationTokenSource();
        using var silent = new SilentPipe(onRead: stop.Cancel);
        using var error = new StringWriter();
        using var terminal = new Terminal(silent, Stream.Null, error, stop.Token);

        CommandLine.Run(["tag", "--input-format", "ndjson", "-"], terminal).ShouldBe(ExitCode.Interrupted);
    }

    [Fact]
    public void Answers_go_out_before_the_next_line_is_awaited()
    {
        //  the pipe gives line 2 only to someone who has answered line 1, and so on
        using var output = new MemoryStream();
        using var dialogue = new Dialogue(["{\"text\":\"好\"}\n", "oops\n", "{\"text\":\"差\"}\n"], () => output.ToArray().Count(b => b == (byte)'\n'));
        using var error = new StringWriter();
        using (var terminal = new Terminal(dialogue, output, error))
            CommandLine.Run(["tag", "--input-format", "ndjson", "-", "--threads", "2"], terminal).ShouldBe(ExitCode.DoneWithQuarantine, error.ToString());
    }

    [Fact]
    public void The_name_of_the_output_tells_the_format()
    {
        var input = _scratch.Write("reviews.txt", "质量好\n");

        CommandRun.Of("tag", input, "-o", _scratch["out.csv"], "--bom").ExitCode.ShouldBe(ExitCode.Done);
        File.ReadAllBytes(_scratch["out.csv"])[..5].ShouldBe([0xEF, 0xBB, 0xBF, (byte)'i', (byte)'d']);
        CommandRun.Of("tag", input, "-o", _scratch["out2.csv"], "--format", "ndjson").ExitCode.ShouldBe(ExitCode.Done);
        Records(_scratch.Read("out2.csv")).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("--format", "csv", "--explain")]
    [InlineData("--format", "ndjson", "--bom")]
    public void What_a_format_cannot_carry_is_refused_rather_than_left_out(params string[] options) =>
        CommandRun.Of(["tag", _scratch.Write("reviews.txt", "好\n"), .. options]).ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public void Control_characters_of_an_input_do_not_reach_the_screen()
    {
        CommandRun.Of("tag", _scratch.Write("a.csv", "x\u001b[31m,y\n1,2\n")).Error.ShouldNotContain('\u001b');
        CommandRun.Of("tag", _scratch.Write("b.ndjson", "{\"te\\u001bxt\":1,\"text\":5}\n")).Error.ShouldNotContain('\u001b');
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

    /// <summary>A pipe whose other end is open and says nothing.</summary>
    private sealed class SilentPipe(Action onRead) : MemoryStream
    {
        private readonly ManualResetEventSlim _closed = new();

        public override int Read(byte[] buffer, int offset, int count)
        {
            onRead();
            _closed.Wait(TimeSpan.FromSeconds(30));
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Set();
            base.Dispose(disposing);
        }
    }

    /// <summary>The other end of a conversation: line n + 1 comes when n answers are there, and the test fails where they are not.</summary>
    private sealed class Dialogue(string[] lines, Func<int> answers) : MemoryStream
    {
        private int _said;
        private byte[] _rest = [];

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_rest.Length == 0)
            {
                answers().ShouldBe(_said, "the next line is awaited while answers are held back");
                if (_said == lines.Length) return 0;
                _rest = System.Text.Encoding.UTF8.GetBytes(lines[_said++]);
            }

            count = Math.Min(count, _rest.Length);
            _rest.AsSpan(0, count).CopyTo(buffer.AsSpan(offset));
            _rest = _rest[count..];
            return count;
        }
    }

    private static JsonElement[] Records(string ndjson) =>
        [.. ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
