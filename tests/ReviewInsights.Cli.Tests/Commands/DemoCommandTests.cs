using System.Text.RegularExpressions;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed partial class DemoCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    [Fact]
    public void It_writes_the_sample_its_tags_and_its_curve_and_says_what_to_try_next()
    {
        var run = CommandRun.Of("demo", _scratch["out"]);

        run.ShouldSatisfyAllConditions(
            () => run.ExitCode.ShouldBe(ExitCode.Done),
            () => run.Error.ShouldBeEmpty(),
            () => Files().ShouldBe(["curve.json", "report.html", "reviews.csv", "tagged.ndjson"]),
            () => run.Output.Split('\n').Count(line => line.Contains('│')).ShouldBe(5),
            () => run.Output.ShouldContain("Product "),
            () => run.Output.ShouldContain("Try next"));
    }

    [Fact]
    public void It_shows_two_or_three_reviews_with_praise_and_blame()
    {
        var output = CommandRun.Of("demo", _scratch["out"]).Output;
        var examples = output[output.IndexOf("2. ", StringComparison.Ordinal)..output.IndexOf("3. ", StringComparison.Ordinal)];
        ReviewLine().Count(examples).ShouldBeInRange(2, 3);
        examples.ShouldContain("  +0.");
        examples.ShouldContain("  -0.");
    }

    [Fact]
    public void The_sample_has_breakpoints_to_show() =>
        CommandRun.Of("demo", _scratch["out"]).Output.ShouldContain("; criticised most: ");

    [Fact]
    public void Its_files_are_what_the_commands_give()
    {
        CommandRun.Of("demo", _scratch["out"]);

        CommandRun.Of("tag", Made("reviews.csv")).Output.ShouldBe(File.ReadAllText(Made("tagged.ndjson")));
        var curve = File.ReadAllText(Made("curve.json"));
        CommandRun.Of("curve", Made("tagged.ndjson"), "--by", "product", "--json").Output.ShouldBe(curve);
        CommandRun.Of("curve", Made("reviews.csv"), "--by", "product", "--json").Output.ShouldBe(curve);
    }

    [Fact]
    public void Each_run_gives_the_same_bytes()
    {
        var first = CommandRun.Of("demo", _scratch["out"]).Output;
        var files = Array.ConvertAll(Files(), name => File.ReadAllText(Made(name)));
        CommandRun.Of("demo", _scratch["out"]).Output.ShouldBe(first);
        Array.ConvertAll(Files(), name => File.ReadAllText(Made(name))).ShouldBe(files);
    }

    [Fact]
    public void The_commands_it_names_work()
    {
        var output = CommandRun.Of("demo", _scratch["out"]).Output;
        var mine = _scratch.Write("my-reviews.csv", "text,product_id\n质量很好,P-1\n");
        var named = NamedCommand().Matches(output);
        named.Count.ShouldBe(4);
        foreach (Match match in named)
        {
            string[] args = [.. Argument().Matches(match.Groups["args"].Value)
                .Select(m => m.Value.Trim('"').Replace("my-reviews.csv", mine, StringComparison.Ordinal))
                .Select(arg => arg.StartsWith("my-", StringComparison.Ordinal) ? _scratch[arg] : arg)];
            var run = CommandRun.Of(args);
            run.ExitCode.ShouldBe(ExitCode.Done, $"{match.Value}: {run.Error}");
        }
    }

    [Fact]
    public void A_file_of_ones_own_is_not_overwritten()
    {
        Directory.CreateDirectory(_scratch["out"]);
        File.WriteAllText(Made("reviews.csv"), "mine");
        var run = CommandRun.Of("demo", _scratch["out"]);
        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("is there already");
        File.ReadAllText(Made("reviews.csv")).ShouldBe("mine");
        Files().ShouldBe(["reviews.csv"]);
    }

    [Fact]
    public void In_Chinese_it_speaks_Chinese()
    {
        var output = CommandRun.Of("demo", _scratch["out"], "--lang", "zh").Output;
        output.ShouldContain("接下来可以试试");
        output.ShouldNotContain("Try next");
    }

    public void Dispose() => _scratch.Dispose();

    private string Made(string name) => Path.Combine(_scratch["out"], name);

    private string[] Files() => [.. Directory.GetFiles(_scratch["out"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^  \S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReviewLine();

    [GeneratedRegex(@"^    review-insights (?<args>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedCommand();

    [GeneratedRegex("\"[^\"]*\"|\\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Argument();
}
