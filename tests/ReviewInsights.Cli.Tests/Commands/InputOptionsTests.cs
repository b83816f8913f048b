using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReviewInsights.IO.Tests.Databases;
using ReviewInsights.IO.Tests.Spreadsheets;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class InputOptionsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private string WriteBytes(string name, byte[] bytes)
    {
        File.WriteAllBytes(_scratch[name], bytes);
        return _scratch[name];
    }

    private string Database(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_scratch["评论.db"]};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
        return _scratch["评论.db"];
    }

    private static string[] Ids(CommandRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!)];

    [Fact]
    public void A_workbook_is_tagged_and_what_was_not_read_of_it_is_said()
    {
        var input = WriteBytes("导出.xlsx", new TinyWorkbook()
            .Sheet("一月", ["id", "评价内容", "评分"], ["a", "物流很快", TinyWorkbook.Error("#N/A")]).Sheet("说明", ["甲"], ["乙"]).ToBytes());

        var run = CommandRun.Of("tag", input);

        run.ExitCode.ShouldBe(ExitCode.Done);
        Ids(run).ShouldBe(["a"]);
        run.Error.ShouldContain("说明");
        run.Error.ShouldContain("1 values of rating");
        CommandRun.Of("tag", "--sheet", "说明", "--text-column", "甲", input).ExitCode.ShouldBe(ExitCode.Done);
        CommandRun.Of("tag", "--sheet", "二月", input, "--lang", "zh").ShouldSatisfyAllConditions(
            r => r.ExitCode.ShouldBe(ExitCode.WrongUsage), r => r.Error.ShouldContain("一月, 说明"));
    }

    [Fact]
    public void A_damaged_workbook_is_unreadable_input()
    {
        var bytes = new TinyWorkbook().Sheet("一月", ["text"], ["好"]).ToBytes();
        var run = CommandRun.Of("tag", WriteBytes("a.xlsx", bytes[..^60]), "-o", _scratch["out.ndjson"]);
        run.ExitCode.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("a.xlsx");
        File.Exists(_scratch["out.ndjson"]).ShouldBeFalse();
    }

    [Fact]
    public void A_database_file_is_read_by_table_or_query()
    {
        var input = Database("CREATE TABLE jan (id, text); INSERT INTO jan VALUES ('a', '物流很快'); CREATE TABLE feb (id, text); INSERT INTO feb VALUES ('b', '质量差')");

        Ids(CommandRun.Of("tag", input, "--table", "feb")).ShouldBe(["b"]);
        Ids(CommandRun.Of("tag", input, "--query", "SELECT * FROM jan UNION ALL SELECT * FROM feb", "--input-format", "sqlite")).ShouldBe(["a", "b"]);
        CommandRun.Of("curve", input, "--table", "jan").ExitCode.ShouldBe(ExitCode.Done);
        foreach (var wrong in (string[][])[[], ["--table", "mar"], ["--table", "jan", "--query", "SELECT 1"], ["--sheet", "jan"], ["--query", "DELETE FROM jan"]])
        {
            var run = CommandRun.Of(["tag", input, .. wrong]);
            run.ExitCode.ShouldBe(ExitCode.WrongUsage, run.Error);
            run.Output.ShouldBeEmpty();
        }

        CommandRun.Of("tag", input).Error.ShouldContain("feb, jan");
    }

    [Fact]
    public void A_server_is_an_input_and_its_password_shows_nowhere()
    {
        postgres.Server.Execute("CREATE TABLE reviews (id int PRIMARY KEY, text text); INSERT INTO reviews VALUES (2, '质量差'), (1, '物流很快')");
        var uri = postgres.Server.Uri;

        var run = CommandRun.Of("tag", uri, "--table", "reviews");
        Ids(run).ShouldBe(["1", "2"]);
        var failed = CommandRun.Of("tag", uri + "?sslmode=verify-full", "--table", "reviews");
        failed.ExitCode.ShouldBe(ExitCode.Unreadable);
        foreach (var text in (string[])[run.Output, run.Error, failed.Error, CommandRun.Of("tag", uri, "--input-format", "csv").Error])
            text.ShouldNotContain(uri.Split(':', '@')[2]);
    }

    [Fact]
    public void A_server_that_is_not_there_is_unreadable_input() =>
        CommandRun.Of("tag", "postgres://u:geheim@127.0.0.1:1/d").ShouldSatisfyAllConditions(
            r => r.ExitCode.ShouldBe(ExitCode.Unreadable), r => r.Error.ShouldContain("cannot connect"), r => r.Error.ShouldNotContain("geheim"));

    [Theory]
    [InlineData(";", ";")]
    [InlineData("tab", "\t")]
    [InlineData("^", "^")]
    public void A_delimiter_can_be_named(string option, string sign) =>
        Ids(CommandRun.Of("tag", _scratch.Write("a.csv", $"id{sign}text\n7{sign}好, 很好\n"), "--delimiter", option)).ShouldBe(["7"]);

    [Theory]
    [InlineData("--delimiter", "::")]
    [InlineData("--delimiter", "\"")]
    [InlineData("--sheet", "一")]
    [InlineData("--table", "t")]
    [InlineData("--query", "SELECT 1")]
    [InlineData("--input-format", "postgres")]
    public void What_a_csv_does_not_have_is_wrong_usage(string option, string value) =>
        CommandRun.Of("tag", _scratch.Write("a.csv", "id,text\n7,好\n"), option, value).ExitCode.ShouldBe(ExitCode.WrongUsage);

    [Theory]
    [InlineData("big5", "物流很快，電池耐用")]
    [InlineData("gbk", "物流很快，电池耐用")]
    [InlineData("utf-16", "物流很快，电池耐用")]
    public void An_encoding_can_be_named(string name, string text)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var run = CommandRun.Of("tag", "--log-level", "warning", "--include-text", "--encoding", name, WriteBytes("a.csv", encoding.GetBytes($"id,text\n1,{text}\n")));
        JsonDocument.Parse(run.Output).RootElement.GetProperty("text").GetString().ShouldBe(text);
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("utf-8", "gbk")]
    [InlineData("gbk", "utf-8")]
    public void The_wrong_encoding_is_said_with_count_and_line(string wrong, string right)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(right) ?? Encoding.GetEncoding(right);
        var run = CommandRun.Of("tag", "--encoding", wrong, WriteBytes("a.csv", encoding.GetBytes("id,text\n1,fine\n2,电池不耐用\n")));
        run.ExitCode.ShouldBe(ExitCode.Done);
        run.Error.ShouldContain("byte sequences are not valid");
        run.Error.ShouldContain("line 3");
    }

    [Fact]
    public void Lines_of_old_programs_for_the_mac_are_rows() =>
        Ids(CommandRun.Of("tag", _scratch.Write("a.csv", "id,text\r7,好\r8,\"分\r行\"\r"))).ShouldBe(["7", "8"]);
}
