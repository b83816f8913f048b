using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tests.Torture;

/// <summary>No crash, no loss in silence: rows in are rows out and rows in the quarantine, whatever the input.</summary>
public sealed partial class TortureTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Names => [.. TortureFolder.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rough_input_comes_to_its_expected_end(string name)
    {
        var rough = TortureFolder.Cases.Single(c => c.Name == name);
        File.WriteAllBytes(_scratch[name], rough.Content);

        var run = CommandRun.Of(["tag", _scratch[name], "-o", _scratch["out.ndjson"], .. rough.Options ?? []]);

        run.ExitCode.ShouldBe(rough.ExitCode, run.Error);
        foreach (var piece in rough.Says ?? [])
            run.Error.ShouldContain(piece);
        if (rough.ExitCode is ExitCode.Done or ExitCode.DoneWithQuarantine)
            EveryRowIsAccountedFor(run, rough.Tagged, rough.Quarantined);
        else
            _scratch.Files().ShouldNotContain("out.ndjson");
    }

    [Fact]
    public void All_readable_files_together_lose_no_row_either()
    {
        var good = TortureFolder.Cases.Where(c => c.ExitCode is ExitCode.Done or ExitCode.DoneWithQuarantine && c.Options is null && c.Name != "huge-cell.csv").ToArray();
        foreach (var rough in good)
            File.WriteAllBytes(_scratch[rough.Name], rough.Content);

        var run = CommandRun.Of(["tag", .. good.Select(c => _scratch[c.Name]), "-o", _scratch["out.ndjson"], "--threads", "2"]);

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine, run.Error);
        EveryRowIsAccountedFor(run, good.Sum(c => c.Tagged), good.Sum(c => c.Quarantined));
    }

    [Fact]
    public void What_came_before_the_damage_stays_under_the_partial_name()
    {
        var rough = TortureFolder.Cases.Single(c => c.Name == "truncated.csv.gz");
        File.WriteAllBytes(_scratch[rough.Name], rough.Content);

        CommandRun.Of("tag", _scratch[rough.Name], "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.Unreadable);

        File.ReadLines(_scratch["out.ndjson.partial"]).Count().ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void A_folder_is_no_input() =>
        CommandRun.Of("tag", Path.GetTempPath(), "-o", _scratch["out.ndjson"]).ExitCode.ShouldBe(ExitCode.Unreadable);

    [Fact]
    public void A_workbook_that_needs_a_second_sheet_is_read_to_its_last_row()
    {
        const int Rows = 1_200_000;
        using (var file = File.Create(_scratch["large.xlsx"]))
            Workbooks.WriteLarge(file, Rows);

        var run = CommandRun.Of("tag", _scratch["large.xlsx"], "-o", _scratch["out.ndjson"], "--duplicates", "keep");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        EveryRowIsAccountedFor(run, Rows, 0);
        File.ReadLines(_scratch["out.ndjson"]).Last().ShouldContain("\"id\":\"1199999\"");
    }

    public void Dispose() => _scratch.Dispose();

    private void EveryRowIsAccountedFor(CommandRun run, int tagged, int quarantined)
    {
        var said = Summary().Match(run.Error);
        said.Success.ShouldBeTrue(run.Error);
        var (read, written, kept) = (Number(said, "read"), Number(said, "tagged"), Number(said, "quarantined"));

        (written, kept).ShouldBe((tagged, quarantined), run.Error);
        read.ShouldBe(written + kept);
        File.ReadLines(_scratch["out.ndjson"]).Count().ShouldBe(tagged);
        InQuarantine().ShouldBe(quarantined);
    }

    private int InQuarantine()
    {
        var path = _scratch["out.ndjson.quarantine.csv"];
        if (!File.Exists(path)) return 0;
        using var input = ReviewInput.Open(path, new ReviewReaderOptions { Columns = ImmutableDictionary<ReviewField, string>.Empty.Add(ReviewField.Text, "raw") });
        return input.Reviews().Read().Count(row => row.Review is not null);
    }

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<read>[\d,]+) rows read; (?<tagged>[\d,]+) tagged; (?<quarantined>[\d,]+) quarantined", RegexOptions.NonBacktracking)]
    private static partial Regex Summary();
}
