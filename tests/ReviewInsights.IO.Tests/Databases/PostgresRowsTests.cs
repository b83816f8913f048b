using System.Diagnostics;

namespace ReviewInsights.IO.Tests.Databases;

public sealed class PostgresRowsTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private PostgresServer Server => fixture.Server;

    private (List<ReviewRow> Rows, ReadSummary Summary) Read(ReviewReaderOptions options)
    {
        using var input = ReviewInput.Open(Server.Uri, options);
        using var source = input.Reviews();
        return (source.Read().ToList(), source.Summary);
    }

    [Fact]
    public void A_table_is_read_in_the_order_of_its_key_with_every_type()
    {
        Server.Execute("""
            CREATE SCHEMA 店; CREATE TYPE 店.渠道 AS ENUM ('天猫', '抖音');
            CREATE TABLE 店."All Reviews" (评论ID bigint PRIMARY KEY, 内容 varchar(200), 评分 numeric(3,1), 时间 timestamptz, 日期 date, 渠道 店.渠道, 用户 uuid, 批次 json, 品牌 text[], stage bytea);
            INSERT INTO 店."All Reviews" VALUES
                (1234567890123, '面料柔软', 4.5, '2026-03-01 08:00:00.25+08', '2026-03-02', '抖音', '0f8fad5b-d9cb-469f-a165-70867728950e', '{"a": 1}', '{甲,乙}', NULL),
                (7, NULL, NULL, NULL, '2026-03-02', NULL, NULL, NULL, NULL, '\x00');
            """);

        var read = Read(new() { Table = "店.All Reviews" });

        read.Rows.Select(r => r.Review!.Id).ShouldBe(["7", "1234567890123"]);
        read.Texts().ShouldBe(["", "面料柔软"]);
        var review = read.Rows[1].Review!;
        (review.Rating, review.CreatedAt, review.Channel, review.UserId, review.Batch, review.Brand).ShouldBe(
            (4.5, new DateTimeOffset(2026, 3, 1, 8, 0, 0, 250, Tiny.China), "抖音", "0f8fad5b-d9cb-469f-a165-70867728950e", "{\"a\": 1}", "{甲,乙}"));
        read.Rows[0].Review!.CreatedAt.ShouldBeNull();
        read.Summary.UnreadableValues.ShouldBe([new("stage", 1)]);
        (read.Summary.Format, read.Summary.Rows).ShouldBe((InputFormat.Postgres, 2));
        read.Summary.Source.ShouldNotContain(Server.Uri.Split(':', '@')[2]);
    }

    [Fact]
    public void Many_rows_come_through_the_cursor_in_blocks()
    {
        Server.Execute("CREATE TABLE many AS SELECT i AS id, '第' || i || '条' AS text FROM generate_series(1, 12345) i; ANALYZE many");
        using var input = ReviewInput.Open(Server.Uri, new() { Table = "many" });
        using var source = input.Reviews();

        var rows = source.Read().Select(r => (r.Review!.Text, source.Progress)).ToList();

        rows.Count.ShouldBe(12345);
        rows[^1].ShouldBe(("第12345条", 1.0));
        rows[4999].Progress!.Value.ShouldBe(5000 / 12345.0, tolerance: 1e-9);
    }

    [Theory]
    [InlineData("SELECT pg_sleep(60)::text AS text")]
    [InlineData("SELECT i::text AS text FROM generate_series(1, 1000000) i, LATERAL pg_sleep(0.05 + 0 * i)")]
    public void A_query_that_takes_its_time_can_be_ended(string query)
    {
        using var later = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        Should.Throw<OperationCanceledException>(() => Read(new() { Query = query, QueryCancellation = later.Token })).Message.ShouldContain("the query was ended");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_query_can_only_read()
    {
        Server.Execute("CREATE TABLE q AS SELECT 1 AS id, '好' AS text, now() AS 时间");

        Read(new() { Query = "SELECT id, text FROM q -- 全部\n;" }).Texts().ShouldBe(["好"]);
        foreach (var sql in (string[])["DELETE FROM q", "SELECT 1 AS text; DROP TABLE q", "SELECT 1; COMMIT; DROP TABLE q", "SELEC", "SELECT nix FROM q", "SELECT text FROM gibtsnicht", ""])
            Should.Throw<InputFormatException>(() => Read(new() { Query = sql }), sql).Message.ShouldNotContain(Server.Uri.Split(':', '@')[2]);
        Should.Throw<InputFormatException>(() => Read(new() { Query = "WITH d AS (DELETE FROM q RETURNING text) SELECT * FROM d" }));
        Should.Throw<InputFormatException>(() => Read(new() { Query = "SELECT setval('s', 1)::text AS text FROM (SELECT 1) x" }));
        Read(new() { Table = "public.q" }).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void A_table_that_is_not_there_is_answered_with_those_that_are()
    {
        Server.Execute("CREATE TABLE there (text text)");
        var message = Should.Throw<InputFormatException>(() => Read(new() { Table = "their" })).Message;
        message.ShouldContain("there is no table 'their'");
        message.ShouldContain("there");
    }

    [Fact]
    public void Bytes_instead_of_a_text_reject_the_row()
    {
        Server.Execute("CREATE TABLE bytes (id int PRIMARY KEY, text bytea); INSERT INTO bytes VALUES (1, '\\xE5A5BD')");
        Read(new() { Table = "bytes" }).Rows.Single().Rejection!.Raw.ShouldBe("1,E5A5BD");
    }

    [Fact]
    public void An_error_on_the_way_ends_the_reading_with_its_reason() =>
        Should.Throw<IOException>(() => Read(new() { Query = "SELECT (100 / (6000 - i))::text AS text FROM generate_series(1, 7000) i" }))
            .Message.ShouldContain("division by zero");

    [Theory]
    [InlineData("geheim", "postgres")]
    [InlineData(null, "nix")]
    public void A_refusal_is_said_without_the_password(string? password, string database)
    {
        var own = Server.Uri.Split(':', '@')[2];
        var uri = Server.Uri.Replace(own, password ?? own, StringComparison.Ordinal).Replace("/postgres", "/" + database, StringComparison.Ordinal);
        using var input = ReviewInput.Open(uri.Replace("postgres://" + database, "postgres://postgres", StringComparison.Ordinal));
        using var source = input.Reviews();
        var message = Should.Throw<IOException>(() => source.Read().Count()).Message;
        message.ShouldContain("cannot connect");
        message.ShouldNotContain(password ?? own);
    }

    [Fact]
    public void The_password_may_come_from_the_environment()
    {
        //  every other test gives a password of its own, so that this one does not show there
        var password = Server.Uri.Split(':', '@')[2];
        Environment.SetEnvironmentVariable("PGPASSWORD", password);
        try
        {
            using var input = ReviewInput.Open(Server.Uri.Replace(":" + password, "", StringComparison.Ordinal), new() { Query = "SELECT '好' AS text" });
            using var source = input.Reviews();
            source.Read().Single().Review!.Text.ShouldBe("好");
        }
        finally
        {
            Environment.SetEnvironmentVariable("PGPASSWORD", null);
        }
    }

    [Fact]
    public void A_server_that_is_not_there_is_said()
    {
        using var input = ReviewInput.Open("postgres://u:geheim@127.0.0.1:1/d");
        using var source = input.Reviews();
        Should.Throw<IOException>(() => source.Read().Count()).Message.ShouldStartWith("postgres://u@127.0.0.1:1/d: cannot connect");
    }
}
