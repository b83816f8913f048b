using System.Text;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void The_report_of_the_sample_names_the_causes_that_were_planted_in_it()
    {
        CommandRun.Of("demo", _scratch["demo"]);
        var page = Report(Path.Combine(_scratch["demo"], "reviews.csv"), "--lang", "en");

        page.Length.ShouldBeLessThan(3_000_000);
        page.ShouldContain("T-400");
        page.ShouldContain("Usage");
        page.ShouldContain("<mark>");
    }

    [Fact]
    public void Raw_and_tagged_reviews_give_the_same_bytes()
    {
        var raw = Reviews(300);
        CommandRun.Of("tag", raw, "--include-text", "-o", _scratch["tagged.ndjson"]).ExitCode.ShouldBe(ExitCode.Done);

        Report(_scratch["tagged.ndjson"], "--title", "t").ShouldBe(Report(raw, "--title", "t"));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte()
    {
        var reviews = Reviews(1000);
        Report(reviews, "--threads", "4").ShouldBe(Report(reviews, "--threads", "1"));
    }

    [Fact]
    public void Texts_alone_make_a_report_that_says_what_is_missing()
    {
        var lines = _scratch.Write("texts.txt", string.Concat(Enumerable.Repeat("物流很快，用了两天就坏了\n", 60)));
        var run = CommandRun.Of("report", lines, "-o", _scratch["r.html"], "--lang", "zh");

        run.ExitCode.ShouldBe(ExitCode.Done);
        var page = _scratch.Read("r.html");
        page.ShouldContain("用了两天就坏</mark>");
        page.ShouldContain("评论没有时间，因此没有趋势。");
        page.ShouldContain("数据没有分组，因此没有榜单。");
    }

    [Fact]
    public void A_review_that_contains_markup_stays_text()
    {
        var rows = new StringBuilder("id,text,product_id\n");
        for (var i = 0; i < 60; i++) rows.Append($"r{i},\"物流很快，<script>alert(1)</script>用了两天就坏了\",\"<img src=x onerror=alert(2)>\"\n");
        var page = Report(_scratch.Write("bad.csv", rows.ToString()));

        page.ShouldNotContain("<script>alert(1)");
        page.ShouldNotContain("<img src=x");
    }

    [Fact]
    public void Phases_are_marked_and_wrong_ones_are_refused_with_the_line()
    {
        var reviews = Reviews(200);
        var phases = _scratch.Write("phases.txt", "# 大促\n预售,2026-03-02,2026-03-05\n");
        Report(reviews, "--phases", phases).ShouldContain("预售");

        var wrong = CommandRun.Of("report", reviews, "-o", _scratch["x.html"], "--phases", _scratch.Write("wrong.txt", "预售,2026-03-09,2026-03-02\n"));
        wrong.ExitCode.ShouldBe(ExitCode.WrongUsage);
        wrong.Error.ShouldContain("wrong.txt:1");
        File.Exists(_scratch["x.html"]).ShouldBeFalse();
    }

    public void Dispose() => _scratch.Dispose();

    private string Report(string input, params string[] more)
    {
        var run = CommandRun.Of(["report", input, "-o", _scratch["report.html"], .. more]);
        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        return _scratch.Read("report.html");
    }

    private string Reviews(int count)
    {
        var csv = new StringBuilder("id,text,product_id,created_at,rating\n");
        for (var i = 0; i < count; i++)
            csv.Append($"r-{i},物流很快，{(i % 3 == 0 ? "用了两天就坏了" : "质量很好")},P-{i % 4},2026-03-{(i % 28) + 1:00}T10:00:00+08:00,{(i % 3 == 0 ? 1 : 5)}\n");
        return _scratch.Write("reviews.csv", csv.ToString());
    }
}
