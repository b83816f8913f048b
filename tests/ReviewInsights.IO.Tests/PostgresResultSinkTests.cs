using Npgsql;
using ReviewInsights.IO.Tests.Databases;

namespace ReviewInsights.IO.Tests;

public sealed class PostgresResultSinkTests(PostgresFixture fixture) : IClassFixture<PostgresFixture>
{
    private static readonly ResultTable Table = new(["usage", "design", "value"], ["receiving", "usage"], includeText: true);
    private static readonly NdjsonFormat Record = new() { IncludeText = true };

    private PostgresServer Server => fixture.Server;

    private PostgresResultSink Open(string table, int batchRows = 20_000) => new(Server.Uri, table, Table, Record, batchRows);

    private WriteLosses Write(string table, IEnumerable<ReviewAnalysis> analyses, int batchRows = 20_000)
    {
        using var sink = Open(table, batchRows);
        foreach (var analysis in analyses)
            sink.Write(analysis);
        sink.Complete();
        return sink.Losses;
    }

    private List<object?[]> Query(string sql)
    {
        using var connection = new NpgsqlConnection(Server.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    [Fact]
    public void Columns_have_types_and_the_record_can_be_asked()
    {
        var review = new Review("r-17", "屏幕很大，电池不太耐用") { Rating = 4, CreatedAt = new(2026, 3, 1, 0, 0, 0, Tiny.China) };
        Write("typed", [Tiny.Analysis(review)]);

        Query("SELECT id, created_at, rating, brand, overall_score, aspect_usage, aspect_value, stage_usage, text FROM typed").ShouldHaveSingleItem()
            .ShouldBe(["r-17", new DateTime(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc), 4.0, null, -0.05, "negative", null, -0.7, review.Text]);
        Query("SELECT (record #>> '{opinions,1,expression,0}')::int FROM typed")[0][0].ShouldBe(7);
        Query($"SELECT record = '{Tiny.Line(Record, Tiny.Analysis(review))}'::jsonb FROM typed")[0][0].ShouldBe(true);
    }

    [Fact]
    public void Every_text_comes_back_whole_or_is_counted()
    {
        var losses = Write("strange", StrangeTexts.Reviews);
        var stored = Query("SELECT id, text, record ->> 'text' FROM strange").ToDictionary(row => (string)row[0]!);

        foreach (var (text, at) in StrangeTexts.All.Select((text, at) => (text, at)))
        {
            var storable = StrangeTexts.WithReplacement(text, (t, i) => t[i] == '\0' || StrangeTexts.IsLoneHalf(t, i));
            stored[$"r-{at}"][1].ShouldBe(storable, $"text {at}");
            stored[$"r-{at}"][2].ShouldBe(storable, $"record {at}");
        }

        // Once in the column, once in the record.
        losses.ShouldBe(new WriteLosses(0, ReplacedSurrogates: 4, ReplacedNulls: 2, 0));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(5)]
    public void Writing_twice_or_half_and_then_all_gives_the_same_table(int batchRows)
    {
        var (all, twice, half) = ($"all_{batchRows}", $"twice_{batchRows}", $"half_{batchRows}");
        Write(all, StrangeTexts.Reviews, batchRows);
        Write(twice, StrangeTexts.Reviews.Concat(StrangeTexts.Reviews), batchRows);
        Write(half, StrangeTexts.Reviews.Take(7), batchRows);
        Query($"SELECT count(*) FROM {half}")[0][0].ShouldBe(7L);
        Write(half, StrangeTexts.Reviews, batchRows);

        foreach (var other in (string[])[twice, half])
            Query($"(TABLE {all} EXCEPT ALL TABLE {other}) UNION ALL (TABLE {other} EXCEPT ALL TABLE {all})").ShouldBeEmpty();
        Query($"SELECT count(*) FROM {all}")[0][0].ShouldBe((long)StrangeTexts.All.Length);
    }

    [Fact]
    public void The_last_row_of_an_id_wins()
    {
        Write("last", [StrangeTexts.Review("旧"), StrangeTexts.Review("中"), StrangeTexts.Review("新")]);
        Query("SELECT text FROM last").ShouldHaveSingleItem().ShouldBe(["新"]);
    }

    [Fact]
    public void Rows_are_there_when_they_are_flushed_or_a_batch_is_full_and_not_before()
    {
        using (var sink = Open("flushed", batchRows: 2))
        {
            sink.Write(StrangeTexts.Review("一", "r-1"));
            Query("TABLE flushed").ShouldBeEmpty();
            sink.Flush();
            Query("TABLE flushed").Count.ShouldBe(1);
            sink.Write(StrangeTexts.Review("二", "r-2"));
            sink.Write(StrangeTexts.Review("三", "r-3"));
            Query("TABLE flushed").Count.ShouldBe(3);
            sink.Write(StrangeTexts.Review("改", "r-1"));
        }

        Query("SELECT text FROM flushed ORDER BY id").Select(row => row[0]).ShouldBe(["一", "二", "三"]);
    }

    [Fact]
    public void A_connection_that_is_lost_is_an_error_and_leaves_the_rows_of_the_last_flush()
    {
        using (var sink = Open("lost"))
        {
            sink.Write(StrangeTexts.Review("一", "r-1"));
            sink.Flush();
            sink.Write(StrangeTexts.Review("二", "r-2"));
            Server.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
            Should.Throw<IOException>(sink.Complete).Message.ShouldContain("table lost cannot be written: ");
        }

        Query("SELECT id FROM lost").ShouldHaveSingleItem().ShouldBe(["r-1"]);
    }

    [Fact]
    public void A_table_with_other_columns_names_those_that_are_missing()
    {
        Write("other", []);
        Server.Execute("ALTER TABLE other DROP COLUMN brand; ALTER TABLE other RENAME COLUMN aspect_value TO price; ALTER TABLE other ADD COLUMN note text");

        Should.Throw<IOException>(() => Write("other", [])).Message.ShouldContain("table other is there already and lacks the columns brand, aspect_value;");
    }

    [Fact]
    public void A_table_in_which_ids_may_repeat_is_refused()
    {
        Write("keyed", []);
        Server.Execute("CREATE TABLE keyless AS TABLE keyed");
        Should.Throw<IOException>(() => Write("keyless", [])).Message.ShouldContain("neither a primary key nor unique");
        Server.Execute("CREATE UNIQUE INDEX ON keyless (id)");
        Write("keyless", [StrangeTexts.Review("好")]);
    }

    [Fact]
    public void A_table_may_stand_in_a_schema_and_have_any_name()
    {
        Server.Execute("CREATE SCHEMA \"店铺\"");
        Write("店铺.评论\"; --", [StrangeTexts.Review("好")]);
        Query("SELECT count(*) FROM \"店铺\".\"评论\"\"; --\"")[0][0].ShouldBe(1L);
    }

    [Fact]
    public void A_database_that_refuses_a_row_is_named_without_its_password()
    {
        Write("strict", []);
        Server.Execute("ALTER TABLE strict ADD CHECK (rating > 3)");
        using var sink = Open("strict");
        sink.Write(StrangeTexts.Review("好") with { Review = new Review("r", "好") { Rating = 1 } });

        var message = Should.Throw<IOException>(sink.Flush).Message;
        message.ShouldContain("table strict cannot be written");
        message.ShouldNotContain(new NpgsqlConnectionStringBuilder(Server.ConnectionString).Password!);
        Query("TABLE strict").ShouldBeEmpty();
    }
}

public sealed class PostgresConnectionTests
{
    [Fact]
    public void A_server_that_does_not_answer_is_named_without_the_password()
    {
        var table = new ResultTable([], []);
        var message = Should.Throw<IOException>(() => new PostgresResultSink("postgres://me:geheim@127.0.0.1:1/shop", "tagged", table, new NdjsonFormat())).Message;
        message.ShouldStartWith("postgres://me@127.0.0.1:1/shop: table tagged cannot be written: ");
        message.ShouldNotContain("geheim");
    }
}
