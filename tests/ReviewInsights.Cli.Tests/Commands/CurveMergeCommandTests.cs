using System.Text;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class CurveMergeCommandTests : IDisposable
{
    private static readonly string[] Sentences =
        ["物流很快，包装也好", "用了两天就坏了", "客服态度很差", "价格很实惠", "整体很满意", "电池不耐用，掉色严重", "味道不错", ""];

    private readonly Scratch _scratch = new();

    public static TheoryData<int, string?> Splits()
    {
        var data = new TheoryData<int, string?>();
        for (var parts = 1; parts <= 7; parts++) data.Add(parts, parts % 2 == 0 ? null : "product");
        return data;
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public void Parts_of_any_split_merged_in_any_order_give_the_bytes_of_one_run(int parts, string? by)
    {
        var random = new Random(parts);
        var rows = Rows(400);
        string[] grouping = by is null ? [] : ["--by", by];
        var whole = Csv("whole.csv", rows);
        var split = Enumerable.Range(0, parts).Select(_ => new List<string>()).ToArray();
        foreach (var row in rows) split[random.Next(parts)].Add(row);
        var files = split.Select((rows, i) => Part($"{i}", rows, grouping)).ToArray();

        for (var order = 0; order < 3; order++)
        {
            random.Shuffle(files);
            foreach (var format in (string[][])[["--json"], ["--csv"], ["--lang", "en"], ["--lang", "zh"], ["--partial"]])
            {
                var expected = CommandRun.Of(["curve", whole, .. grouping, .. format]);
                var merged = CommandRun.Of(["curve", "merge", .. files, .. format]);

                expected.ExitCode.ShouldBe(ExitCode.Done, expected.Error);
                merged.Output.ShouldBe(expected.Output, $"{parts} parts, {string.Join(' ', format)}");
                merged.ExitCode.ShouldBe(ExitCode.Done);
            }
        }
    }

    [Fact]
    public void Merged_parts_can_be_merged_again_and_put_behind_each_other()
    {
        var rows = Rows(300);
        var expected = CommandRun.Of("curve", Csv("whole.csv", rows), "--json").Output;
        var files = rows.Chunk(70).Select((chunk, i) => Part($"{i}", chunk)).ToArray();

        CommandRun.Of(["curve", "merge", "--partial", .. files[..2], "-o", _scratch["left"]]).ExitCode.ShouldBe(ExitCode.Done);
        CommandRun.Of(["curve", "merge", "--partial", .. files[2..], "-o", _scratch["right"]]).ExitCode.ShouldBe(ExitCode.Done);
        CommandRun.Of("curve", "merge", _scratch["right"], _scratch["left"], "--json").Output.ShouldBe(expected);

        var behindEachOther = string.Concat(files.Select(File.ReadAllText));
        CommandRun.WithInput(behindEachOther, "curve", "merge", "-", "--json").Output.ShouldBe(expected);
        CommandRun.Of(["curve", "merge", .. files, "-o", _scratch["c.json"]]).Output.ShouldBeEmpty();
        _scratch.Read("c.json").ShouldBe(expected);
        _scratch.Files().ShouldNotContain(name => name.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_tagged_reviews_is_the_part_of_the_raw_ones()
    {
        var raw = Csv("raw.csv", Rows(100));
        var tagged = _scratch.Write("tagged.ndjson", CommandRun.Of("tag", raw).Output);

        CommandRun.Of("curve", tagged, "--partial", "--by", "product").Output
            .ShouldBe(CommandRun.Of("curve", raw, "--partial", "--by", "product").Output);
    }

    [Fact]
    public void A_part_without_reviews_changes_nothing()
    {
        var full = Part("full", Rows(50));
        var empty = _scratch.Write("empty", CommandRun.WithInput("", "curve", "-", "--partial").Output);

        CommandRun.Of("curve", "merge", empty, full, "--json").Output.ShouldBe(CommandRun.Of("curve", "merge", full, "--json").Output);
    }

    [Fact]
    public void Opinions_of_strange_stages_and_versions_of_lexicons_are_added_up()
    {
        var first = _scratch.Write("1", CommandRun.WithInput("text,stage\n整体很满意,unboxing\n", "curve", "-", "--partial").Output);
        var second = _scratch.Write("2", _scratch.Read("1").Replace("\"lexicons\":[\"", "\"lexicons\":[\"a-1+0\",\"", StringComparison.Ordinal));

        var run = CommandRun.Of("curve", "merge", first, second, "--lang", "en");

        run.Error.ShouldContain("2 opinions left out: their stage 'unboxing'");
        run.Output.ShouldStartWith($"Emotion curve of 2 reviews, lexicon a-1+0, {Lexicon.LoadDefault().Info.Version}\n");
    }

    [Fact]
    public void Products_whose_names_differ_in_half_a_surrogate_pair_stay_two()
    {
        const string reviews = """
            {"text":"质量很好","product_id":"杯\ud83d"}
            {"text":"质量很差","product_id":"杯\ud83c"}
            """;
        var part = _scratch.Write("part", CommandRun.WithInput(reviews, "curve", "-", "--by", "product", "--partial").Output);

        CommandRun.Of("curve", "merge", part, "--csv").Output.ShouldBe(CommandRun.WithInput(reviews, "curve", "-", "--by", "product", "--csv").Output);
    }

    [Theory]
    [InlineData("", ExitCode.Unreadable, "the file is empty")]
    [InlineData("text\n质量很好\n", ExitCode.Unreadable, "bad:1: this is no part of a curve")]
    [InlineData("{\"v\":1,\"id\":\"1\"}\n", ExitCode.Unreadable, "bad:1: this is no part of a curve; curve --partial writes them")]
    [InlineData("[1]\n", ExitCode.Unreadable, "bad:1: the part is damaged")]
    public void What_is_no_part_is_refused_and_says_where(string content, int code, string reason) => Refused(content, code, reason);

    [Theory]
    [InlineData("\"v\":1", "\"v\":2", ExitCode.Unreadable, "the part has version 2; this tool reads version 1")]
    [InlineData("\"curves\":1", "\"curves\":7", ExitCode.Unreadable, "has version 7")]
    [InlineData("\"by\":null", "\"by\":\"brand\"", ExitCode.WrongUsage, "is grouped by brand and ")]
    [InlineData("\"by\":null", "\"by\":\"colour\"", ExitCode.Unreadable, "grouped by 'colour'; product, brand")]
    [InlineData("\"anticipation\"", "\"waiting\"", ExitCode.Unreadable, "has the stages purchase, waiting, receiving")]
    [InlineData("\"strange_stages\"", "\"strange\"", ExitCode.Unreadable, "the part is damaged")]
    [InlineData("\"reviews\":", "\"reviews\":-", ExitCode.Unreadable, "damaged")]
    [InlineData("\"strange_stages\":[", "\"strange_stages\":[[\"unboxing\",-1]", ExitCode.Unreadable, "-1 is no number of opinions")]
    [InlineData("\"strange_stages\":[", "\"strange_stages\":[[\"unboxing\",9223372036854775807],[\"unboxing\",1]", ExitCode.Unreadable, "overflow")]
    [InlineData("}]}}\n", "}]\n", ExitCode.Unreadable, "or a damaged one")]
    public void A_part_that_does_not_fit_is_refused_and_says_why(string was, string becomes, int code, string reason)
    {
        var good = File.ReadAllText(Part("good", Rows(30)));
        good.ShouldContain(was);
        Refused(good.Replace(was, becomes, StringComparison.Ordinal), code, reason);
    }

    [Fact]
    public void The_lexicon_is_to_blame_for_other_stages_only()
    {
        var good = File.ReadAllText(Part("good", Rows(30)));
        string ErrorOf(string was, string becomes) =>
            CommandRun.WithInput(good.Replace(was, becomes, StringComparison.Ordinal), "curve", "merge", "-", "--lang", "en").Error;

        ErrorOf("\"anticipation\"", "\"waiting\"").ShouldContain("--lexicon");
        ErrorOf("\"reviews\":", "\"reviews\":-").ShouldSatisfyAllConditions(e => e.ShouldContain("damaged"), e => e.ShouldNotContain("--lexicon"));
        ErrorOf("\"curves\":1", "\"curves\":7").ShouldNotContain("--lexicon");
    }

    [Fact]
    public void Groups_that_together_count_more_than_a_number_can_be_are_refused()
    {
        var good = File.ReadAllText(Part("good", Rows(30)));
        var huge = good.Replace("\"key\":\"\",\"reviews\":30", "\"key\":\"杯\",\"reviews\":9223372036854775807", StringComparison.Ordinal);

        var run = CommandRun.WithInput(good + huge, "curve", "merge", "-", "--lang", "en");

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("more reviews than a number can be");
    }

    [Fact]
    public void A_part_named_twice_would_count_twice_and_is_refused()
    {
        var part = Part("a", Rows(10));
        var run = CommandRun.Of("curve", "merge", part, part);
        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("named twice");
        CommandRun.Of("curve", "merge", part, "-o", part).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("curve", "merge", part, _scratch["missing"]).ExitCode.ShouldBe(ExitCode.Unreadable);
        CommandRun.Of("curve", "merge").ExitCode.ShouldBe(ExitCode.WrongUsage);
    }

    [Theory]
    [InlineData("curve", "--by", "product", "merge")]
    [InlineData("curve", "--partial", "merge")]
    [InlineData("curve", "reviews.csv", "merge")]
    public void What_stands_before_merge_is_refused_rather_than_ignored(params string[] command)
    {
        var run = CommandRun.Of([.. command, Part("a", Rows(10))]);
        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("behind merge");
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--csv")]
    [InlineData("--over", "week")]
    [InlineData("--by", "product", "--compare", "P-1,P-2")]
    public void What_a_part_cannot_hold_is_refused(params string[] options)
    {
        var run = CommandRun.Of(["curve", Csv("reviews.csv", Rows(10)), "--partial", .. options]);
        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("--partial");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_told_of_where_the_part_is_made()
    {
        var run = CommandRun.WithInput("{\"text\":\"质量很好\"}\n{\"text\":\n", "curve", "-", "--partial");
        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        run.Error.ShouldStartWith("-:2");
        CommandRun.WithInput(run.Output, "curve", "merge", "-", "--lang", "en").Output.ShouldStartWith("Emotion curve of 1 review,");
    }

    public void Dispose() => _scratch.Dispose();

    private void Refused(string content, int code, string reason)
    {
        var run = CommandRun.Of("curve", "merge", Part("first", Rows(10)), _scratch.Write("bad", content), "-o", _scratch["c.json"], "--lang", "en");
        run.ExitCode.ShouldBe(code, run.Error);
        run.Error.ShouldContain(reason);
        run.Error.ShouldContain("bad");
        _scratch.Files().ShouldNotContain("c.json");
    }

    private string Part(string name, IEnumerable<string> rows, params string[] options)
    {
        var run = CommandRun.Of(["curve", Csv($"{name}.csv", rows), "--partial", "-o", _scratch[name], .. options]);
        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        run.Output.ShouldBeEmpty();
        return _scratch[name];
    }

    private string Csv(string name, IEnumerable<string> rows) => _scratch.Write(name, string.Concat(rows.Select(row => row + "\n").Prepend("id,text,product_id\n")));

    private static string[] Rows(int count)
    {
        var rows = new string[count];
        var line = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            line.Clear().Append($"r-{i},\"{Sentences[i % Sentences.Length]}，{Sentences[i / 3 % Sentences.Length]}\",");
            rows[i] = line.Append((i % 5) switch { 0 => "", 1 => "充电宝", 2 => "P-1", _ => $"P-{i % 3}" }).ToString();
        }

        return rows;
    }
}
