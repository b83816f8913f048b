using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReviewInsights.IO;
using ReviewInsights.IO.Tests.Databases;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class OutputOptionsTests : IDisposable
{
    private const string Table = "id,text,rating\nr1,\"质量很好，=SUM(1)\",5\nr2,=HYPERLINK(\"x\")物流慢,1\nr3,电池不耐用,2\n";

    private readonly Scratch _scratch = new();

    [Theory]
    [InlineData("out.csv")]
    [InlineData("out.tsv")]
    [InlineData("out.xlsx")]
    public void What_is_written_as_a_table_can_be_read_as_reviews_again(string name)
    {
        var run = CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", _scratch[name], "--include-text");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        using var input = ReviewInput.Open(_scratch[name]);
        var reviews = input.Reviews().Read().Select(row => row.Review.ShouldNotBeNull()).ToArray();
        reviews.Select(r => r.Id).ShouldBe(["r1", "r2", "r3"]);
        reviews.Select(r => r.Text.TrimStart('\'')).ShouldBe(["质量很好，=SUM(1)", "=HYPERLINK(\"x\")物流慢", "电池不耐用"]);
        reviews.Select(r => r.Rating).ShouldBe([5, 1, 2]);
        (run.Error.Contains("apostrophe", StringComparison.Ordinal)).ShouldBe(name != "out.xlsx", run.Error);
    }

    [Fact]
    public void A_database_holds_the_record_of_each_id_once_however_often_it_is_written()
    {
        var input = _scratch.Write("reviews.csv", Table);
        CommandRun.Of("tag", input, "-o", _scratch["out.db"]).ExitCode.ShouldBe(ExitCode.Done);

        CommandRun.Of("tag", input, "-o", _scratch["out.db"]).ExitCode.ShouldBe(ExitCode.Done);

        var records = CommandRun.Of("tag", input).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Query("SELECT record FROM tagged_reviews ORDER BY id").ShouldBe(records);
        _scratch.Files().ShouldBe(["out.db", "reviews.csv"]);
    }

    [Fact]
    public void A_table_of_a_database_becomes_a_table_of_another()
    {
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", _scratch["first.db"], "--include-text").ExitCode.ShouldBe(ExitCode.Done);

        var run = CommandRun.Of("tag", _scratch["first.db"], "--query", "SELECT id, text FROM tagged_reviews WHERE rating < 4", "-o", _scratch["out.db"], "--output-table", "bad");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        Query("SELECT id FROM bad ORDER BY id").ShouldBe(["r2", "r3"]);
    }

    [Fact]
    public void Rows_that_share_an_id_are_counted_where_one_takes_the_place_of_the_other()
    {
        var run = CommandRun.Of("tag", _scratch.Write("reviews.csv", "id,text\n1,好\n1,差\n"), "-o", _scratch["out.db"]);

        run.Error.ShouldContain("1 duplicates");
        Query("SELECT count(*) FROM tagged_reviews").ShouldBe(["1"]);
    }

    [Fact]
    public void Inputs_without_ids_do_not_overwrite_each_other_in_a_table()
    {
        var (a, b) = (_scratch.Write("a.txt", "好\n差\n"), _scratch.Write("b.txt", "差\n"));

        CommandRun.Of("tag", a, "-o", _scratch["out.db"]).Error.ShouldContain("0 duplicates");
        CommandRun.Of("tag", b, a, "-o", _scratch["out.db"]).ExitCode.ShouldBe(ExitCode.Done);

        Query("SELECT id FROM tagged_reviews ORDER BY id").ShouldBe([$"{a}#1", $"{a}#2", $"{b}#1"]);
    }

    [Fact]
    public void Rows_without_ids_are_no_duplicates_by_id()
    {
        CommandRun.Of("tag", _scratch.Write("a.txt", "好\n差\n"), "-o", _scratch["out.db"], "--duplicates", "drop").ExitCode.ShouldBe(ExitCode.Done);

        Query("SELECT count(*) FROM tagged_reviews").ShouldBe(["2"]);
    }

    [Fact]
    public void A_stopped_run_into_a_database_is_resumed_to_the_same_rows()
    {
        var input = _scratch.Write("reviews.csv", "id,text\n" + string.Concat(Enumerable.Range(0, 80_000).Select(i => $"{i},第{i}次买，质量很好\n")));
        CommandRun.Of("tag", input, "-o", _scratch["whole.db"]);
        StopAfterCheckpoint(input).ShouldBe(ExitCode.Interrupted);
        _scratch.Files().ShouldNotContain("out.db");

        var run = CommandRun.Of("tag", input, "-o", _scratch["out.db"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        run.Error.ShouldContain("resumed behind row");
        Query("SELECT id || record FROM tagged_reviews ORDER BY id").ShouldBe(Query("SELECT id || record FROM tagged_reviews ORDER BY id", "whole.db"));
        _scratch.Files().ShouldNotContain(name => name.Contains("partial", StringComparison.Ordinal));
    }

    [Fact]
    public void A_journal_without_its_database_is_not_believed()
    {
        var input = _scratch.Write("reviews.csv", "id,text\n" + string.Concat(Enumerable.Range(0, 80_000).Select(i => $"{i},质量很好\n")));
        StopAfterCheckpoint(input).ShouldBe(ExitCode.Interrupted);
        File.Delete(_scratch["out.db.partial"]);

        CommandRun.Of("tag", input, "-o", _scratch["out.db"], "--resume").ExitCode.ShouldBe(ExitCode.Done);

        Query("SELECT count(*) FROM tagged_reviews").ShouldBe(["80000"]);
    }

    [Fact]
    public void A_table_of_a_server_becomes_a_table_of_the_server()
    {
        using var server = PostgresServer.TryStart(out var why);
        Assert.SkipWhen(server is null, why);
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", server.Uri, "--output-table", "raw", "--include-text").ExitCode.ShouldBe(ExitCode.Done);

        var run = CommandRun.Of("tag", server.Uri, "--table", "raw", "-o", server.Uri, "--output-table", "tagged", "--journal", _scratch["journal"]);

        run.ExitCode.ShouldBe(ExitCode.Done, run.Error);
        var back = CommandRun.Of("tag", server.Uri, "--query", "SELECT id, record->>'lexicon' AS text FROM tagged ORDER BY id", "--include-text");
        back.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3, back.Error);
        _scratch.Files().ShouldBe(["reviews.csv"]);
    }

    [Fact]
    public void Personal_data_is_masked_in_the_text_and_the_opinions_stay_where_they_are()
    {
        var input = _scratch.Write("reviews.csv", "id,text\n1,质量很好，有事打13800000000，物流慢\n");

        var plain = JsonDocument.Parse(CommandRun.Of("tag", input, "--include-text").Output).RootElement;
        var masked = JsonDocument.Parse(CommandRun.Of("tag", input, "--include-text", "--mask-pii").Output).RootElement;

        masked.GetProperty("text").GetString().ShouldBe("质量很好，有事打***********，物流慢");
        masked.GetProperty("opinions").GetRawText().ShouldBe(plain.GetProperty("opinions").GetRawText());
        CommandRun.Of("tag", input, "--include-text", "--mask-pii", "--explain").Output.ShouldContain("***********");
        CommandRun.Of("tag", input, "--include-text", "--mask-pii", "--format", "csv").Output.ShouldNotContain("13800000000");
    }

    [Fact]
    public void A_device_is_no_file_to_be_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "this system has no /dev/null");

        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", "/dev/null").ExitCode.ShouldBe(ExitCode.Done);

        Directory.GetFiles("/dev", "null*").ShouldBe(["/dev/null"]);
        File.ReadAllBytes("/dev/null").ShouldBeEmpty();
    }

    [Fact]
    public void A_device_in_any_folder_is_no_file_to_be_replaced()
    {
        var device = _scratch["device"];
        using (var make = System.Diagnostics.Process.Start("mknod", [device, "c", "1", "3"])) make.WaitForExit();
        Assert.SkipUnless(File.Exists(device), "this user may not make devices");

        foreach (var format in (string[])["ndjson", "csv"])
            CommandRun.Of("tag", _scratch.Write("reviews.csv", Table + "broken\n"), "-o", device, "--format", format, "--quarantine", device).ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", device).ExitCode.ShouldBe(ExitCode.Done);
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", _scratch["out.ndjson"], "--quarantine", device).ExitCode.ShouldBe(ExitCode.Done);

        File.ReadAllBytes(device).ShouldBeEmpty();
        _scratch.Files().ShouldBe(["device", "out.ndjson", "reviews.csv"]);
    }

    [Fact]
    public async Task A_pipe_is_written_to_whoever_reads_it()
    {
        var pipe = _scratch["pipe"];
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe])) make.WaitForExit();
        var reading = Task.Run(() => File.ReadAllLines(pipe));

        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", pipe, "--format", "ndjson").ExitCode.ShouldBe(ExitCode.Done);

        (await reading).Length.ShouldBe(3);
    }

    [Fact]
    public void A_file_that_the_run_would_write_on_the_way_is_no_input()
    {
        _scratch.Write("out.csv.partial", Table);

        CommandRun.Of("tag", _scratch["out.csv.partial"], "--input-format", "csv", "-o", _scratch["out.csv"]).ExitCode.ShouldBe(ExitCode.WrongUsage);

        _scratch.Read("out.csv.partial").ShouldBe(Table);
    }

    [Fact]
    public void A_pattern_does_not_take_what_an_earlier_run_has_written()
    {
        _scratch.Write("in.csv", Table + "short\n");
        string[] command = ["tag", _scratch["*.csv"], "-o", _scratch["out.csv"]];
        CommandRun.Of(command).ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);

        var run = CommandRun.Of(command);

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine, run.Error);
        run.Error.ShouldContain("4 rows read; 3 tagged; 1 quarantined");
    }

    [Fact]
    public void A_table_that_was_dropped_is_not_filled_from_the_middle()
    {
        var input = _scratch.Write("reviews.csv", "id,text\n" + string.Concat(Enumerable.Range(0, 80_000).Select(i => $"{i},质量很好\n")));
        StopAfterCheckpoint(input).ShouldBe(ExitCode.Interrupted);
        using (var connection = new SqliteConnection($"Data Source={_scratch["out.db.partial"]};Pooling=false"))
        {
            connection.Open();
            using var drop = connection.CreateCommand();
            drop.CommandText = "DROP TABLE tagged_reviews";
            drop.ExecuteNonQuery();
        }

        var run = CommandRun.Of("tag", input, "-o", _scratch["out.db"], "--resume");

        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("not there any more");
    }

    [Theory]
    [InlineData("--text-column", "text", "--id-column", "Text")]
    [InlineData("--output-table", "")]
    [InlineData("--lexicon", "")]
    [InlineData("--encoding", "utf-7")]
    [InlineData("--threads", "1500000000")]
    [InlineData("-o", "out.parquet")]
    [InlineData("--output-table", "t")]
    public void Options_that_cannot_be_meant_are_wrong_usage(params string[] options) =>
        CommandRun.Of(["tag", _scratch.Write("reviews.csv", Table), .. options]).ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Fact]
    public void An_id_too_long_for_a_key_is_quarantined_and_the_rest_goes_on()
    {
        var run = CommandRun.Of("tag", _scratch.Write("reviews.csv", $"id,text\n{new string('x', 501)},好\n2,差\n"), "-o", _scratch["out.db"]);

        run.ExitCode.ShouldBe(ExitCode.DoneWithQuarantine);
        Query("SELECT id FROM tagged_reviews").ShouldBe(["2"]);
    }

    [Fact]
    public void A_stop_reaches_a_query_that_never_ends()
    {
        using (var connection = new SqliteConnection($"Data Source={_scratch["in.db"]};Pooling=false")) connection.Open();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        using var error = new StringWriter();
        using var terminal = new Terminal(Stream.Null, Stream.Null, error, stop.Token);

        CommandLine.Run(
            ["tag", _scratch["in.db"], "--input-format", "sqlite", "--query", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS text FROM n WHERE i < 0"],
            terminal).ShouldBe(ExitCode.Interrupted, error.ToString());
    }

    [Fact]
    public void A_folder_is_refused_before_the_work() =>
        CommandRun.Of("tag", _scratch.Write("reviews.csv", Table), "-o", Path.GetTempPath()).ExitCode.ShouldBe(ExitCode.Unreadable);

    [Fact]
    public void A_missing_file_is_named_in_full_whatever_its_name() =>
        CommandRun.Of("tag", _scratch["13800000000.csv"]).Error.ShouldContain("13800000000.csv");

    [Fact]
    public void Personal_data_does_not_get_into_the_log() =>
        CommandRun.Of("tag", _scratch.Write("reviews.csv", "id,13800000000\n1,好\n")).Error.ShouldNotContain("13800000000");

    [Theory]
    [InlineData("--format", "xlsx")]
    [InlineData("--format", "sqlite")]
    [InlineData("--format", "postgres")]
    [InlineData("--journal", "j")]
    [InlineData("--resume", "-o", "postgres://nobody@localhost/nothing")]
    [InlineData("--format", "csv", "-o", "postgres://nobody@localhost/nothing")]
    public void Options_that_contradict_each_other_are_wrong_usage(params string[] options) =>
        CommandRun.Of(["tag", _scratch.Write("reviews.csv", Table), .. options]).ExitCode.ShouldBe(ExitCode.WrongUsage);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _scratch.Dispose();
    }

    private int StopAfterCheckpoint(string input)
    {
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        using var terminal = new Terminal(Stream.Null, Stream.Null, error, stop.Token);
        var run = Task.Run(() => CommandLine.Run(["tag", input, "-o", _scratch["out.db"], "--threads", "1"], terminal));
        var journal = _scratch["out.db.partial.journal"];
        SpinWait.SpinUntil(() => run.IsCompleted || JournalLength(journal) > 0);
        var ofJob = JournalLength(journal);
        SpinWait.SpinUntil(() => run.IsCompleted || JournalLength(journal) > ofJob);
        stop.Cancel();
        return run.GetAwaiter().GetResult();
    }

    private string[] Query(string sql, string database = "out.db")
    {
        using var connection = new SqliteConnection($"Data Source={_scratch[database]};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are those of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        return [.. rows];
    }

    // Looked at from outside: the run lets nobody else open it.
    private static long JournalLength(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
