using System.Text;
using Microsoft.Data.Sqlite;

namespace ReviewInsights.IO.Tests;

public sealed class SqliteResultSinkTests : IDisposable
{
    private static readonly ResultTable Table = new(["usage", "design", "value"], ["receiving", "usage"], includeText: true);
    private static readonly NdjsonFormat Record = new() { IncludeText = true };

    private readonly string _folder = Directory.CreateTempSubdirectory("review-insights-").FullName;

    private string FilePath => Path.Combine(_folder, "tagged.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private WriteLosses Write(IEnumerable<ReviewAnalysis> analyses, string tableName = "tagged")
    {
        using var sink = new SqliteResultSink(FilePath, tableName, Table, Record);
        foreach (var analysis in analyses)
            sink.Write(analysis);
        sink.Complete();
        return sink.Losses;
    }

    private List<object?[]> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    [Fact]
    public void Columns_have_names_that_need_no_quotes_and_the_record_stands_beside_them()
    {
        var review = new Review("r-17", "屏幕很大，电池不太耐用") { Rating = 4, CreatedAt = new(2026, 3, 1, 0, 0, 0, Tiny.China) };
        Write([Tiny.Analysis(review)]);

        Query("SELECT id, created_at, rating, brand, overall_score, aspect_usage, aspect_value, stage_usage, text FROM tagged").ShouldHaveSingleItem()
            .ShouldBe(["r-17", "2026-03-01T00:00:00+08:00", 4.0, null, -0.05, "negative", null, -0.7, review.Text]);
        Query("SELECT record FROM tagged")[0][0].ShouldBe(Tiny.Line(Record, Tiny.Analysis(review)).TrimEnd('\n'));
        Query("SELECT record ->> '$.opinions[1].expression[0]' FROM tagged")[0][0].ShouldBe(7L);
    }

    [Fact]
    public void Every_text_comes_back_whole_or_is_counted()
    {
        var losses = Write(StrangeTexts.Reviews);
        var stored = Query("SELECT id, text, record FROM tagged").ToDictionary(row => (string)row[0]!);

        foreach (var (text, at) in StrangeTexts.All.Select((text, at) => (text, at)))
        {
            stored[$"r-{at}"][1].ShouldBe(StrangeTexts.WithReplacement(text, (t, i) => t[i] == '\0' || StrangeTexts.IsLoneHalf(t, i)), $"text {at}");
            Tiny.ReadTagged((string)stored[$"r-{at}"][2]!)[0].Review!.Review.Text.ShouldBe(text, $"record {at}");
        }

        losses.ShouldBe(new WriteLosses(0, ReplacedSurrogates: 2, ReplacedNulls: 1, 0));
    }

    [Fact]
    public void Writing_twice_or_half_and_then_all_gives_the_same_table()
    {
        Write(StrangeTexts.Reviews);
        var once = Query("SELECT * FROM tagged ORDER BY id");
        Write(StrangeTexts.Reviews);
        Query("SELECT * FROM tagged ORDER BY id").ShouldBe(once);

        File.Delete(FilePath);
        Write(StrangeTexts.Reviews.Take(7));
        Query("SELECT count(*) FROM tagged")[0][0].ShouldBe(7L);
        Write(StrangeTexts.Reviews);
        Query("SELECT * FROM tagged ORDER BY id").ShouldBe(once);
    }

    [Fact]
    public void The_last_row_of_an_id_wins()
    {
        Write([StrangeTexts.Review("旧"), StrangeTexts.Review("新")]);
        Query("SELECT text FROM tagged").ShouldHaveSingleItem().ShouldBe(["新"]);
    }

    [Fact]
    public void Rows_are_there_when_they_are_flushed_and_not_before()
    {
        using (var sink = new SqliteResultSink(FilePath, "tagged", Table, Record))
        {
            sink.Write(StrangeTexts.Review("一", "r-1"));
            Query("SELECT id FROM tagged").ShouldBeEmpty();
            sink.Flush();
            Query("SELECT id FROM tagged").ShouldHaveSingleItem();
            sink.Write(StrangeTexts.Review("改", "r-1"));
            sink.Write(StrangeTexts.Review("二", "r-2"));
        }

        Query("SELECT text FROM tagged").ShouldHaveSingleItem().ShouldBe(["一"]);
    }

    // A killed process leaves the file and its journal as they are at that moment.
    [Fact]
    public void A_process_that_is_killed_leaves_the_rows_of_the_last_flush()
    {
        Write([StrangeTexts.Review("旧", "r-0")]);
        var (table, left) = (new FileInfo(FilePath), Path.Combine(_folder, "left.db"));
        var size = table.Length;
        using (var sink = new SqliteResultSink(FilePath, "tagged", Table, Record))
        {
            for (var i = 0; i < 200; i++)
                sink.Write(StrangeTexts.Review(StrangeTexts.Long, $"r-{i}"));
            table.Refresh();
            table.Length.ShouldBeGreaterThan(size, "rows of the open transaction are in the file already");
            File.Copy(FilePath, left);
            File.Copy(FilePath + "-journal", left + "-journal");
        }

        File.Move(left, FilePath, overwrite: true);
        File.Move(left + "-journal", FilePath + "-journal", overwrite: true);
        Query("SELECT id, text FROM tagged").ShouldHaveSingleItem().ShouldBe(["r-0", "旧"]);
        Query("PRAGMA integrity_check").ShouldHaveSingleItem().ShouldBe(["ok"]);
    }

    [Fact]
    public void A_table_with_other_columns_names_those_that_are_missing()
    {
        Write([], "a");
        Query("ALTER TABLE a DROP COLUMN brand");
        Query("ALTER TABLE a RENAME COLUMN aspect_value TO price");
        Query("ALTER TABLE a ADD COLUMN note TEXT");

        Should.Throw<IOException>(() => Write([], "a")).Message.ShouldContain("table a is there already and lacks the columns brand, aspect_value;");
    }

    [Fact]
    public void A_table_of_more_columns_keeps_what_stands_in_them()
    {
        Write([StrangeTexts.Review("好")]);
        Query("ALTER TABLE tagged ADD COLUMN note TEXT");
        Query("UPDATE tagged SET note = '已回访'");
        Write([StrangeTexts.Review("坏")]);
        Query("SELECT text, note FROM tagged").ShouldHaveSingleItem().ShouldBe(["坏", "已回访"]);
    }

    [Fact]
    public void A_table_in_which_ids_may_repeat_is_refused()
    {
        Write([], "a");
        Query("CREATE TABLE b AS SELECT * FROM a");
        Should.Throw<IOException>(() => Write([], "b")).Message.ShouldContain("neither a primary key nor unique");
        Query("CREATE UNIQUE INDEX one ON b (id)");
        Write([StrangeTexts.Review("好")], "b");
    }

    [Fact]
    public void A_table_may_have_any_name()
    {
        Write([StrangeTexts.Review("好")], "评论\"; DROP TABLE x; --");
        Query("SELECT count(*) FROM \"评论\"\"; DROP TABLE x; --\"")[0][0].ShouldBe(1L);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_by_name()
    {
        File.WriteAllText(FilePath, "id,text\n" + new string('x', 2000), Encoding.UTF8);
        Should.Throw<IOException>(() => Write([])).Message.ShouldStartWith($"{FilePath}: table tagged cannot be written: ");
        Should.Throw<IOException>(() => new SqliteResultSink(Path.Combine(_folder, "missing", "a.db"), "tagged", Table, Record));
    }

    [Fact]
    public void Aspects_that_would_share_a_column_are_refused() =>
        Should.Throw<InvalidDataException>(() => new SqliteResultSink(FilePath, "tagged", new ResultTable(["a-b", "a_b"], []), Record)).Message.ShouldContain("aspect_a_b");
}
