using ReviewInsights.Cli.Tagging;
using ReviewInsights.IO;
using ReviewInsights.IO.Duplicates;

namespace ReviewInsights.Cli.Tests.Tagging;

public sealed class InputLedgerTests
{
    private static readonly Duplicates Drop = new(DuplicateAction.Drop, RowHasher.AllFields);

    [Fact]
    public void Rows_are_processed_until_one_repeats_another()
    {
        using var ledger = new InputLedger(default, Drop);

        Fates(ledger, Row("a", "好"), Row("b", "好"), Row("a", "好")).ShouldBe([RowFate.Process, RowFate.Process, RowFate.Dropped]);

        (ledger.Rows, ledger.Dropped, ledger.CountDuplicates()).ShouldBe((3, 1, 1));
    }

    [Fact]
    public void Rows_that_an_earlier_run_has_done_still_count_as_those_that_later_ones_repeat()
    {
        using var ledger = new InputLedger(After(Row("a", "好")), Drop);

        Fates(ledger, Row("a", "好"), Row("a", "好"), Row("b", "差")).ShouldBe([RowFate.Done, RowFate.Dropped, RowFate.Process]);
    }

    [Fact]
    public void A_row_that_cannot_be_read_repeats_nothing()
    {
        using var ledger = new InputLedger(default, Drop);
        var broken = new ReviewRow(1, 1, null, new RowRejection("a", 1, 1, null, "broken", "x"));

        Fates(ledger, broken, broken).ShouldBe([RowFate.Process, RowFate.Process]);
    }

    [Fact]
    public void Other_rows_than_those_of_the_earlier_run_are_noticed_where_it_stopped()
    {
        using var ledger = new InputLedger(After(Row("a", "好"), Row("b", "差")), Drop);
        ledger.Take(Row("a", "好"), "x.csv");

        Should.Throw<InputFormatException>(() => ledger.Take(Row("b", "也差"), "x.csv")).Message.ShouldContain("x.csv");
    }

    [Fact]
    public void The_order_of_rows_is_part_of_what_an_input_is() =>
        After(Row("a", "好"), Row("b", "差")).ShouldNotBe(After(Row("b", "差"), Row("a", "好")));

    [Fact]
    public void An_input_that_ends_too_soon_is_noticed()
    {
        using var ledger = new InputLedger(After(Row("a", "好"), Row("b", "差")), Drop);
        ledger.Take(Row("a", "好"), "x.csv");

        ledger.IsCaughtUp.ShouldBeFalse();
        Should.Throw<InputFormatException>(() => ledger.End("x.csv"));
    }

    private static InputPosition After(params ReviewRow[] rows)
    {
        using var ledger = new InputLedger(default, Drop);
        Fates(ledger, rows);
        return ledger.Position;
    }

    private static RowFate[] Fates(InputLedger ledger, params ReviewRow[] rows) => [.. rows.Select(row => ledger.Take(row, "x.csv"))];

    private static ReviewRow Row(string id, string text) => new(1, 2, new Review(id, text), null) { HasOwnId = true };
}
