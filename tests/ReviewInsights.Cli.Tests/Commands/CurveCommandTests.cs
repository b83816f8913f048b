using System.Buffers;
using System.Text;
using System.Text.Json;
using ReviewInsights.Cli.Rendering;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class CurveCommandTests : IDisposable
{
    private static readonly string[] Praise = ["物流很快", "质量很好", "包装很精美", "客服态度很好", "价格很实惠"];
    private static readonly string[] Blame = ["电池不耐用", "用了两天就坏了", "掉色严重"];

    private readonly Scratch _scratch = new();

    [Fact]
    public void The_table_shows_a_bar_a_stage_and_says_where_customers_are_lost()
    {
        var run = CommandRun.Of("curve", Reviews(300));

        run.ShouldSatisfyAllConditions(
            () => run.ExitCode.ShouldBe(ExitCode.Done),
            () => run.Error.ShouldBeEmpty(),
            () => run.Output.ShouldStartWith("Emotion curve of 300 reviews, lexicon "),
            () => run.Output.ShouldContain("-1        0        +1"),
            () => run.Output.Split('\n').Count(line => line.Contains('│')).ShouldBe(5),
            () => run.Output.ShouldMatch(@"\n  Usage (falls|lies) .*; criticised most: .*\(\d+\)"));
    }

    [Fact]
    public void In_Chinese_everything_is_Chinese_and_the_axes_line_up()
    {
        var run = CommandRun.Of("curve", Reviews(300), "--by", "product", "--lang", "zh");

        run.Output.ShouldStartWith("300 条评论的情感曲线");
        run.Output.ShouldContain("批评最多：");
        run.Output.ShouldNotContain("Usage");
        run.Output.Split('\n').Where(line => line.Contains('│'))
            .Select(line => DisplayWidth.Of(line[..line.IndexOf('│', StringComparison.Ordinal)])).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Raw_and_tagged_reviews_give_the_same_bytes()
    {
        var raw = Reviews(200);
        var tagged = Tag(raw, "tagged.ndjson");
        foreach (var format in (string[])["--json", "--csv"])
        {
            var expected = CommandRun.Of("curve", raw, "--by", "product", format);
            expected.Output.Length.ShouldBeGreaterThan(500);
            CommandRun.Of("curve", tagged, "--by", "product", format).Output.ShouldBe(expected.Output);
        }
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte()
    {
        var reviews = Reviews(1000);
        var one = CommandRun.Of("curve", reviews, "--by", "product", "--json", "--threads", "1").Output;
        CommandRun.Of("curve", reviews, "--by", "product", "--json", "--threads", "4").Output.ShouldBe(one);
    }

    [Fact]
    public void Json_holds_the_curve_the_groups_and_the_lexicon()
    {
        using var json = JsonDocument.Parse(CommandRun.Of("curve", Reviews(60), "--by", "product", "--json").Output);
        var root = json.RootElement;
        root.GetProperty("v").GetInt32().ShouldBe(1);
        root.GetProperty("lexicons")[0].GetString().ShouldBe(Lexicon.LoadDefault().Info.Version);
        root.GetProperty("curve").GetProperty("reviews").GetInt64().ShouldBe(60);
        root.GetProperty("curve").GetProperty("points").GetArrayLength().ShouldBe(5);
        root.GetProperty("by").GetString().ShouldBe("product");
        root.GetProperty("groups").EnumerateArray().Select(g => g.GetProperty("group").GetString()).ShouldBe(["P-1", "充电宝"]);
    }

    [Fact]
    public void Csv_has_one_row_a_group_and_stage()
    {
        CommandRun.Of("curve", Reviews(60), "--csv").Output.Split('\n').Length.ShouldBe(1 + 5 + 1);
        var rows = CommandRun.Of("curve", Reviews(60), "--csv", "--by", "product").Output.Split('\n');
        rows[0].ShouldStartWith("product,stage,n,coverage,");
        rows[1].ShouldStartWith("P-1,purchase,");
        rows[10].ShouldStartWith("充电宝,aftersales,");
        rows.Take(11).Select(row => row.Count(c => c == ',')).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void The_extension_of_the_output_file_says_the_format_and_nothing_partial_stays()
    {
        var reviews = Reviews(30);
        CommandRun.Of("curve", reviews, "-o", _scratch["c.json"]).Output.ShouldBeEmpty();
        CommandRun.Of("curve", reviews, "-o", _scratch["c.csv"]);
        CommandRun.Of("curve", reviews, "-o", _scratch["c.txt"]);

        _scratch.Read("c.json").ShouldBe(CommandRun.Of("curve", reviews, "--json").Output);
        _scratch.Read("c.csv").ShouldBe(CommandRun.Of("curve", reviews, "--csv").Output);
        _scratch.Read("c.txt").ShouldBe(CommandRun.Of("curve", reviews).Output);
        _scratch.Files().ShouldBe(["c.csv", "c.json", "c.txt", "reviews.csv"]);
    }

    [Fact]
    public void Standard_input_is_a_dash()
    {
        var reviews = Reviews(30);
        CommandRun.WithInput(File.ReadAllText(reviews), "curve", "-").Output.ShouldBe(CommandRun.Of("curve", reviews).Output);
    }

    [Fact]
    public void Reviews_of_no_product_are_a_group_of_their_own()
    {
        var run = CommandRun.WithInput("text,product_id\n质量很好,\n质量很好,P-1\n", "curve", "-", "--by", "product");
        run.Output.ShouldContain("\n(none)");
    }

    [Fact]
    public void A_product_named_like_a_formula_or_an_escape_sequence_does_no_harm()
    {
        const string reviews = "text,product_id\n质量很好,=1+1\n质量很好,\u001b[2Jx\n";
        CommandRun.WithInput(reviews, "curve", "-", "--by", "product", "--csv").Output.ShouldContain("\n'=1+1,");
        CommandRun.WithInput(reviews, "curve", "-", "--by", "product").Output.ShouldNotContain('\u001b');
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_counted_and_change_the_exit_code()
    {
        var run = CommandRun.WithInput("{\"text\":\"质量很好\"}\n{\"text\":\n", "curve", "-", "--lang", "en");
        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        run.Error.ShouldStartWith("-:2");
        run.Output.ShouldStartWith("Emotion curve of 1 review,");
    }

    [Fact]
    public void A_stage_that_the_journey_does_not_have_is_left_out_and_said_so()
    {
        var run = CommandRun.WithInput("text,stage\n整体很满意,unboxing\n质量很好,unboxing\n", "curve", "-");
        run.ExitCode.ShouldBe(ExitCode.Done);
        run.Error.ShouldContain("'unboxing'");
    }

    [Fact]
    public void The_trend_shows_every_bucket_marks_phases_and_says_where_it_changes()
    {
        var csv = new StringBuilder("text,created_at\n");
        for (var day = 1; day <= 28; day++)
            for (var i = 0; i < 20; i++) csv.Append($"{(i < (day < 15 ? 2 : 12) ? "用了两天就坏了" : "质量很好")},2026-02-{day:00}\n");
        var reviews = _scratch.Write("dated.csv", csv.ToString());
        var phases = _scratch.Write("phases.csv", "返场,2026-02-10,2026-02-11\n");

        var text = CommandRun.Of("curve", reviews, "--over", "day", "--phases", phases, "--lang", "en").Output;
        text.ShouldMatch(@"> 2026-02-15 +20 +12 +60\.0%");
        text.Split('\n').Count(line => line.TrimEnd().EndsWith("返场", StringComparison.Ordinal)).ShouldBe(2);
        text.ShouldContain("2026-02-15: from 10.0% to 60.0%");

        using var json = JsonDocument.Parse(CommandRun.Of("curve", reviews, "--over", "week", "--json").Output);
        json.RootElement.GetProperty("trend").GetProperty("buckets").GetArrayLength().ShouldBe(5);
        var rows = CommandRun.Of("curve", reviews, "--over", "day", "--csv").Output.Split('\n');
        rows[0].ShouldBe("start,n,negative_n,negative_share,negative_low,negative_high,change,phase");
        rows[15].ShouldStartWith("2026-02-15,20,12,0.6,0.3866,0.7812,0.5,");
        CommandRun.Of("curve", reviews, "--phases", phases).ExitCode.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public void Two_periods_or_groups_are_compared_with_the_same_mix_of_products()
    {
        var csv = new StringBuilder("text,created_at,product_id\n");
        for (var i = 0; i < 200; i++)
        {
            // The same products are as bad as before; there are more reviews of the bad one.
            var isLate = i >= 100;
            var isBad = i % 10 < (isLate ? 6 : 2);
            csv.Append($"{(isBad ? "用了两天就坏了" : "质量很好")},2026-0{(isLate ? 6 : 5)}-15,{(isBad ? "差" : "好")}\n");
        }

        var reviews = _scratch.Write("periods.csv", csv.ToString());
        const string periods = "2026-05-01..2026-05-31,2026-06-01..2026-06-30";
        var text = CommandRun.Of("curve", reviews, "--compare", periods, "--lang", "en").Output;
        text.ShouldContain("2026-06-01..2026-06-30: 60.0% negative (60)");
        text.ShouldContain("difference +40.0%");
        text.ShouldContain("with the same product mix 0.0%");
        CommandRun.Of("curve", reviews, "--by", "product", "--compare", "好,差", "--json").Output.ShouldContain("\"difference\": 1");
    }

    [Theory]
    [InlineData("2026-05-01..2026-06-30,2026-06-01..2026-06-30", "share no day")]
    [InlineData("2026-5-1..2026-05-31,2026-06-01..2026-06-30", "a period is written")]
    [InlineData("A,A", "both sides are the same")]
    [InlineData("A,2026-06-01..2026-06-30", "or two groups")]
    [InlineData("A", "two periods or two groups")]
    public void Questions_that_cannot_be_answered_are_refused(string compare, string reason)
    {
        var run = CommandRun.Of("curve", Reviews(30), "--by", "product", "--compare", compare);
        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain(reason);
    }

    [Fact]
    public void A_record_with_an_impossible_score_is_quarantined_and_the_rest_goes_on()
    {
        var tagged = Tag(Reviews(30), "tagged.ndjson");
        var lines = File.ReadAllLines(tagged);
        const string score = "\"score\":";
        lines[3] = lines[3].Insert(lines[3].IndexOf(score, StringComparison.Ordinal) + score.Length, "5,\"was\":");
        File.WriteAllLines(tagged, lines);

        var run = CommandRun.Of("curve", tagged);
        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        run.Error.ShouldContain("tagged.ndjson:4");
        run.Error.ShouldContain("score 5 is not within -1 and 1");
        run.Output.ShouldContain("Emotion curve of 29 reviews");
    }

    [Fact]
    public void Two_formats_at_once_are_wrong_usage()
    {
        var run = CommandRun.Of("curve", "x.csv", "--json", "--csv");
        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("--json and --csv exclude each other");
    }

    [Fact]
    public void A_file_that_is_not_there_is_unreadable_input() =>
        CommandRun.Of("curve", _scratch["missing.csv"]).ExitCode.ShouldBe(ExitCode.Unreadable);

    public void Dispose() => _scratch.Dispose();

    /// <summary>Reviews that praise everything but the use of the first product.</summary>
    private string Reviews(int count)
    {
        var csv = new StringBuilder("id,text,product_id\n");
        for (var i = 0; i < count; i++)
        {
            var product = i % 2 == 0 ? "充电宝" : "P-1";
            var usage = i % 2 == 0 ? Blame[i / 2 % Blame.Length] : Praise[(i + 1) % Praise.Length];
            csv.Append($"r-{i},{Praise[i % Praise.Length]}，{usage},{product}\n");
        }

        return _scratch.Write("reviews.csv", csv.ToString());
    }

    private string Tag(string path, string name)
    {
        var analyzer = ReviewAnalyzer.Create(Lexicon.LoadDefault());
        var format = new NdjsonFormat();
        var buffer = new ArrayBufferWriter<byte>();
        using var input = ReviewInput.Open(path);
        foreach (var row in input.Reviews().Read()) format.WriteRow(buffer, analyzer.Analyze(row.Review!));
        return _scratch.Write(name, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }
}
