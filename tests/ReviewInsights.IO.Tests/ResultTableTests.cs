namespace ReviewInsights.IO.Tests;

public sealed class ResultTableTests
{
    private static readonly ResultTable Table = new(["usage", "店-铺.x"], ["receiving"]);

    [Fact]
    public void Names_in_databases_need_no_quotes() =>
        Table.Columns.Skip(12).Select(column => (column.Name, column.DatabaseName)).ShouldBe(
            [
                ("overall_confidence", "overall_confidence"), ("aspect.usage", "aspect_usage"), ("aspect.店-铺.x", "aspect_店_铺_x"),
                ("stage.receiving", "stage_receiving"), ("suggestion", "suggestion"), ("opinions", "opinions"), ("lexicon", "lexicon"),
            ]);

    [Fact]
    public void Cells_hold_what_the_kind_of_their_column_says()
    {
        var time = new DateTimeOffset(2026, 3, 1, 8, 30, 0, Tiny.China);
        var analysis = Tiny.Analysis(new Review("1", "屏幕很大，电池不太耐用") { Rating = 4.5, CreatedAt = time });
        var cells = Table.Columns.ToDictionary(column => column.Name, column => column.Read(analysis));

        cells["created_at"].ShouldBe(new ResultCell("2026-03-01T08:30:00+08:00", null, time));
        cells["rating"].ShouldBe(new ResultCell(null, 4.5, null));
        cells["aspect.usage"].ShouldBe(new ResultCell("negative", null, null));
        cells["stage.receiving"].ShouldBe(default);
    }

    [Fact]
    public void A_suggestion_stands_there_by_its_wording() =>
        Table.Columns.Single(column => column.Name == "suggestion").Read(Tiny.Analysis() with { Suggestion = new(5, 6) }).Text.ShouldBe("电池不太耐用");
}
