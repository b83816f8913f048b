using Microsoft.Data.Sqlite;

namespace ReviewInsights.IO.Tests.Databases;

public sealed class SqliteRowsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("review-insights-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "评论.db");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private (List<ReviewRow> Rows, ReadSummary Summary) Read(ReviewReaderOptions? options = null)
    {
        using var input = ReviewInput.Open(Path, options);
        using var source = input.Reviews();
        return (source.Read().ToList(), source.Summary);
    }

    [Fact]
    public void The_only_table_is_read_in_the_order_of_its_key_with_every_type()
    {
        Execute("""
            CREATE TABLE reviews (review_id INTEGER PRIMARY KEY, 评价内容 TEXT, rating REAL, create_time, 批次);
            INSERT INTO reviews VALUES (1234567890123, '面料柔软', 5.0, '2026-03-01 08:00:00', 20260215), (7, '', NULL, 1772323200, NULL), (9, NULL, 3.5, '昨天', x'00');
            """);

        var read = Read();

        read.Rows.Select(r => r.Review!.Id).ShouldBe(["7", "9", "1234567890123"]);
        read.Texts().ShouldBe(["", "", "面料柔软"]);
        read.Rows.Select(r => r.Review!.Rating).ShouldBe([null, 3.5, 5]);
        read.Rows.Select(r => r.Review!.CreatedAt).ShouldBe([new DateTimeOffset(2026, 3, 1, 8, 0, 0, Tiny.China), null, new DateTimeOffset(2026, 3, 1, 8, 0, 0, Tiny.China)]);
        read.Rows[2].Review!.Batch.ShouldBe("20260215");
        read.Summary.UnreadableValues.ShouldBe([new("batch", 1), new("created_at", 1)]);
        (read.Summary.Format, read.Summary.Rows, read.Summary.Encoding).ShouldBe((InputFormat.Sqlite, 3, "unicode"));
        read.Rows.ShouldAllBe(r => r.HasOwnId);
    }

    [Fact]
    public void Bytes_instead_of_a_text_reject_the_row_and_are_kept()
    {
        Execute("CREATE TABLE t (id, text); INSERT INTO t VALUES ('a', x'E5A5BD'), ('b', '行')");

        var read = Read();

        read.Texts().ShouldBe(["行"]);
        read.Rows[0].Rejection!.Reason.ShouldBe("text holds bytes, not text");
        read.Rows[0].Rejection!.Raw.ShouldBe("a,E5A5BD");
        read.Rows[1].Number.ShouldBe(2);
    }

    [Theory]
    [InlineData("CREATE TABLE t (k TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID")]
    [InlineData("CREATE TABLE t (k TEXT PRIMARY KEY, text TEXT, rowid TEXT, oid TEXT)")]
    [InlineData("CREATE TABLE t (k TEXT, \"text\" TEXT, rowid, _rowid_, oid, PRIMARY KEY (k))")]
    public void Any_kind_of_table_has_an_order(string table)
    {
        Execute($"{table}; INSERT INTO t (k, text) VALUES ('a', '一'), ('b', '二'), ('c', '三')");
        Read().Texts().ShouldBe(["一", "二", "三"]);
    }

    [Fact]
    public void Of_several_tables_one_must_be_named_and_all_are_told()
    {
        Execute("CREATE TABLE 甲 (text); CREATE TABLE \"B c\" (text); INSERT INTO \"B c\" VALUES ('好'); CREATE VIEW v AS SELECT text || '。' AS text FROM \"B c\"");

        Should.Throw<InputFormatException>(() => Read()).Message.ShouldEndWith("name a table, or give a query. Tables found: B c, 甲, v");
        Should.Throw<InputFormatException>(() => Read(new() { Table = "d" })).Message.ShouldEndWith("there is no table 'd'. Tables found: B c, 甲, v");
        Read(new() { Table = "b C" }).Texts().ShouldBe(["好"]);
        Read(new() { Table = "v" }).Texts().ShouldBe(["好。"]);
    }

    [Fact]
    public void A_query_gives_its_own_rows_and_can_only_read()
    {
        Execute("CREATE TABLE t (id INTEGER, text); INSERT INTO t VALUES (1, '好'), (2, '行')");

        Read(new() { Query = "WITH b AS (SELECT id, text AS 评论 FROM t) SELECT * FROM b WHERE id > 1;" }).Texts().ShouldBe(["行"]);
        foreach (var sql in (string[])["DELETE FROM t", "DROP TABLE t", "VACUUM INTO 'copy.db'", "ATTACH 'other.db' AS o", "PRAGMA user_version = 3",
            "SELECT text FROM t; DELETE FROM t", "SELEC 1", "SELECT nothing FROM t", ""])
        {
            Should.Throw<InputFormatException>(() => Read(new() { Query = sql }), sql).Message.ShouldStartWith(Path);
        }

        Read(new() { Table = "T" }).Rows.Count.ShouldBe(2);
        _folder.GetFiles().Length.ShouldBe(1);
    }

    [Fact]
    public void A_query_that_is_not_understood_is_told_why()
    {
        Execute("CREATE TABLE w (id INTEGER, text)");
        Should.Throw<InputFormatException>(() => Read(new() { Query = "SELECT nosuch FROM w" })).Message.ShouldEndWith("the query is not understood: no such column: nosuch");
        Should.Throw<InputFormatException>(() => Read(new() { Query = "SELEC 1" })).Message.ShouldContain("near \"SELEC\"");
    }

    [Theory]
    [InlineData("CREATE VIRTUAL TABLE ft USING fts5(text)")]
    [InlineData("CREATE VIRTUAL TABLE ft USING fts4(text)")]
    public void A_table_for_full_text_search_is_read_like_any_other(string create)
    {
        Execute($"{create}; INSERT INTO ft VALUES ('物流 很快'), ('包装 破损')");

        Read().Texts().ShouldBe(["物流 很快", "包装 破损"]);
        Read(new() { Table = "ft" }).Texts().ShouldBe(["物流 很快", "包装 破损"]);
        Read(new() { Query = "SELECT text FROM ft WHERE ft MATCH '破损'" }).Texts().ShouldBe(["包装 破损"]);
        foreach (var sql in (string[])["INSERT INTO ft VALUES ('好')", "DELETE FROM ft", "INSERT INTO ft(ft) VALUES ('optimize')", "ATTACH 'other.db' AS o",
            "PRAGMA writable_schema = 1", "PRAGMA data_version = 5", "UPDATE sqlite_master SET name = 'x'", "VACUUM INTO 'copy.db'", "SELECT load_extension('x')", "CREATE TEMP TABLE c AS SELECT 1"])
        {
            Should.Throw<InputFormatException>(() => Read(new() { Query = sql }), sql);
        }

        Read().Rows.Count.ShouldBe(2);
        _folder.GetFiles().Length.ShouldBe(1);
    }

    [Fact]
    public void What_is_no_database_or_cannot_be_read_now_is_said()
    {
        File.WriteAllText(Path, "id,text\n1,好\n");
        Should.Throw<InvalidDataException>(() => Read()).Message.ShouldContain("not an SQLite database");
        File.WriteAllText(Path, "");
        Should.Throw<InputFormatException>(() => Read()).Message.ShouldContain("There are no tables");
        File.Delete(Path);
        Should.Throw<FileNotFoundException>(() => Read());
    }

    [Fact]
    public void A_damaged_file_is_said_to_be_damaged()
    {
        Execute("CREATE TABLE t (text); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO t SELECT '第' || i || '条评论' FROM n");
        var bytes = File.ReadAllBytes(Path);
        bytes.AsSpan(8192, 40_000).Fill(0xFF);
        File.WriteAllBytes(Path, bytes);
        Should.Throw<InvalidDataException>(() => Read()).Message.ShouldEndWith("the database is damaged (database disk image is malformed)");
    }

    [Fact]
    public void A_locked_database_is_an_error_not_a_wait_for_ever()
    {
        Execute("CREATE TABLE t (text)");
        using var other = Open();
        using var command = new SqliteCommand("BEGIN EXCLUSIVE", other);
        command.ExecuteNonQuery();
        Should.Throw<IOException>(() => Read()).Message.ShouldContain("locked");
    }

    [Fact]
    public void A_database_is_known_by_its_content_also_from_a_stream()
    {
        Execute("CREATE TABLE t (text); INSERT INTO t VALUES ('好')");
        Tiny.Read(File.ReadAllBytes(Path), "-").Texts().ShouldBe(["好"]);
        File.Move(Path, System.IO.Path.ChangeExtension(Path, ".bin"));
        using var input = ReviewInput.Open(System.IO.Path.ChangeExtension(Path, ".bin"));
        input.Format.ShouldBe(InputFormat.Sqlite);
    }

    [Fact]
    public void A_query_without_end_can_be_ended()
    {
        Execute("CREATE TABLE t (text)");
        const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS text FROM n";
        using var later = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Should.Throw<OperationCanceledException>(() => Read(new() { Query = $"{Endless} WHERE i < 0", QueryCancellation = later.Token })).Message.ShouldStartWith(Path);

        using var between = new CancellationTokenSource();
        using var input = ReviewInput.Open(Path, new() { Query = $"{Endless} WHERE i < 3", QueryCancellation = between.Token });
        using var source = input.Reviews();
        using var rows = source.Read().GetEnumerator();
        rows.MoveNext().ShouldBeTrue();
        between.Cancel();
        Should.Throw<OperationCanceledException>(() =>
        {
            while (rows.MoveNext())
                rows.Current.Review!.Text.ShouldBe("2");
        });
    }

    [Fact]
    public void Progress_follows_the_key()
    {
        Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text); INSERT INTO t VALUES (101, '一'), (102, '二'), (104, '四')");
        using var input = ReviewInput.Open(Path);
        using var source = input.Reviews();
        source.Read().Select(_ => source.Progress).ToArray().ShouldBe([0.25, 0.5, 1]);
    }
}
