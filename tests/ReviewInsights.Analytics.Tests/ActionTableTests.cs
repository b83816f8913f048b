using System.Text;

namespace ReviewInsights.Analytics.Tests;

public sealed class ActionTableTests
{
    private const string Header =
        "stage\taspect\tattribute\tcause_zh\tcause_en\taction_zh\taction_en\towner_zh\towner_en\tmeasure_zh\tmeasure_en\n";

    private const string Texts = "因\tcause\t做\tact\t人\towner\t量\tmeasure";

    [Fact]
    public void The_most_specific_rows_come_first()
    {
        var table = Load(
            Row("", "usage", "", "aspect"),
            Row("usage", "usage", "", "stage and aspect"),
            Row("", "usage", "usage.battery", "attribute"),
            Row("usage", "usage", "usage.battery", "stage and attribute"));

        Causes(table, "usage", "usage", "usage.battery").ShouldBe(["stage and attribute", "attribute", "stage and aspect", "aspect"]);
    }

    [Fact]
    public void Rows_of_one_rank_keep_the_order_of_the_file() =>
        Causes(Load(Row("", "fit", "fit.size", "z"), Row("", "fit", "", "m"), Row("", "fit", "fit.size", "a")), "usage", "fit", "fit.size")
            .ShouldBe(["z", "a", "m"]);

    [Fact]
    public void Rows_of_another_stage_or_attribute_are_not_found()
    {
        var table = Load(
            Row("receiving", "material", "material.defect", "receiving"),
            Row("usage", "material", "material.defect", "usage"),
            Row("", "material", "material.quality", "quality"));

        Causes(table, "usage", "material", "material.defect").ShouldBe(["usage"]);
    }

    [Fact]
    public void Without_an_attribute_only_rows_of_the_aspect_are_found() =>
        Causes(Load(Row("", "usage", "usage.heat", "heat"), Row("usage", "usage", "", "usage")), "usage", "usage", null).ShouldBe(["usage"]);

    [Theory]
    [InlineData("usage", "value", "value.price")]
    [InlineData("usage", "usage", "fit.size")]
    [InlineData("", "", "")]
    public void What_the_table_does_not_know_gives_no_rows(string stage, string aspect, string attribute) =>
        Load(Row("", "fit", "fit.size", "size"), Row("usage", "usage", "usage.heat", "heat")).Find(stage, aspect, attribute).ShouldBeEmpty();

    [Fact]
    public void A_row_is_read_cell_by_cell()
    {
        var table = ActionTable.Load(new StringReader($"# what to do\n{Header}\n\tfit\tfit.size\t{Texts}\n"), "mine.tsv");

        table.Actions.ShouldHaveSingleItem().ShouldBe(new StageAction(
            null, "fit", "fit.size", new("因", "cause"), new("做", "act"), new("人", "owner"), new("量", "measure")));
    }

    [Fact]
    public void A_header_alone_is_an_empty_table() => Load().Actions.ShouldBeEmpty();

    [Fact]
    public void A_stream_with_a_byte_order_mark_is_read_and_left_open()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Header + $"usage\tusage\t\t{Texts}\r\n")]);

        ActionTable.Load(stream, "mine.tsv").Actions.ShouldHaveSingleItem().Measure.English.ShouldBe("measure");
        stream.CanRead.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "mine.tsv:1:1: error RI101: the file is empty")]
    [InlineData("stage\taspect\tcause_zh\n", "mine.tsv:1:14: error RI401", "'cause_zh' stands where 'attribute' is expected", "measure_zh, measure_en")]
    [InlineData("stage\taspect\n", "mine.tsv:1:13: error RI401", "'attribute' is missing")]
    public void Another_header_is_an_error_at_the_first_column_that_differs(string tsv, params string[] message) =>
        ShouldFail(tsv, message);

    [Fact]
    public void A_header_with_a_column_too_many_says_which() =>
        ShouldFail(Header.TrimEnd('\n') + "\tnote\n", "mine.tsv:1:102: error RI401", "'note' is one too many");

    [Theory]
    [InlineData("usage\t\t\t" + Texts, "mine.tsv:3:7: error RI103: aspect is empty")]
    [InlineData("\tfit\t\t因\tcause\t做\tact\t\towner\t量\tmeasure", "mine.tsv:3:21: error RI103: owner_zh is empty")]
    [InlineData("\tfit\t\t因\tcause\t做\tact\t人\towner\t量", "mine.tsv:3:30: error RI103: measure_en is empty")]
    [InlineData("\tfit\t\t" + Texts + "\tmore", "mine.tsv:3:39: error RI102: 12 columns where the header names 11")]
    [InlineData("\tfit \t\t" + Texts, "mine.tsv:3:2: error RI402: aspect 'fit ' begins or ends with white space")]
    [InlineData(" \tfit\t\t" + Texts, "mine.tsv:3:1: error RI402: stage ' '")]
    [InlineData("\tfit\tsize\t" + Texts, "mine.tsv:3:6: error RI404: attribute 'size' does not begin with 'fit.'")]
    [InlineData("\tfit\tvalue.price\t" + Texts, "mine.tsv:3:6: error RI404")]
    public void A_bad_row_is_an_error_with_line_and_column(string row, string message) =>
        ShouldFail($"{Header}# comment\n{row}\n", message);

    [Theory]
    [InlineData("using\tusage\t\t", "mine.tsv:2:1: error RI405: stage 'using' is not one of: purchase, anticipation, receiving, usage, aftersales")]
    [InlineData("\tusages\t\t", "mine.tsv:2:2: error RI405: aspect 'usages' is not one of: material, usage")]
    [InlineData("\tfit\tfit.length\t", "mine.tsv:2:6: error RI405: attribute 'fit.length' is not one of: fit.size, fit.weight, fit.thickness, fit.quantity")]
    public void A_code_the_lexicon_does_not_know_is_an_error_that_lists_those_it_knows(string codes, string message)
    {
        var tsv = $"{Header}{codes}{Texts}\n";

        Should.Throw<LexiconFormatException>(() => ActionTable.Load(new StringReader(tsv), "mine.tsv", Lexicon.LoadDefault().Info))
            .Message.ShouldStartWith(message);
        ActionTable.Load(new StringReader(tsv), "mine.tsv").Actions.Length.ShouldBe(1);
    }

    [Fact]
    public void A_row_that_stands_twice_is_an_error_that_names_both_lines() =>
        ShouldFail($"{Header}\tfit\t\t{Texts}\n\tfit\tfit.size\t{Texts}\n\n\tfit\t\t{Texts}\n", "mine.tsv:5:7: error RI406", "in line 2 already");

    [Fact]
    public void One_cause_may_have_several_actions() =>
        Load(Row("", "fit", "", "same"), Row("", "fit", "", "same").Replace("做", "另做", StringComparison.Ordinal))
            .Find("usage", "fit", null).Length.ShouldBe(2);

    [Fact]
    public void Bytes_that_are_no_utf8_are_reported_where_they_stand()
    {
        byte[] gbk = [0xD2, 0xF2];
        using var stream = new MemoryStream([.. Encoding.UTF8.GetBytes(Header + "\tfit\t\t"), .. gbk, .. Encoding.UTF8.GetBytes("\tcause\n")]);

        var error = Should.Throw<LexiconFormatException>(() => ActionTable.Load(stream, "mine.tsv"));
        (error.Code, error.Line, error.Column).ShouldBe(("RI403", 2, 7));
        error.Message.ShouldContain("save the file in that encoding");
    }

    private static void ShouldFail(string tsv, params string[] message)
    {
        var error = Should.Throw<LexiconFormatException>(() => ActionTable.Load(new StringReader(tsv), "mine.tsv"));
        error.Message.ShouldStartWith(message[0]);
        foreach (var part in message) error.Message.ShouldContain(part);
    }

    private static ActionTable Load(params string[] rows) => ActionTable.Load(new StringReader(Header + string.Join('\n', rows)), "mine.tsv");

    private static string Row(string stage, string aspect, string attribute, string cause) =>
        $"{stage}\t{aspect}\t{attribute}\t因{cause}\t{cause}\t做\tact\t人\towner\t量\tmeasure";

    private static IEnumerable<string> Causes(ActionTable table, string stage, string aspect, string? attribute) =>
        table.Find(stage, aspect, attribute).Select(action => action.Cause.English);
}
