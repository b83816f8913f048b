using ReviewInsights.Cli.Rendering;

namespace ReviewInsights.Cli.Tests.Rendering;

public sealed class PlainTableTests
{
    [Fact]
    public void Columns_align_by_what_is_seen_and_lines_end_without_blanks()
    {
        var table = new PlainTable("lrl");
        table.Add("阶段", "n", "");
        table.Add("Usage", "12", "x");
        table.Add("售后", "1", "");
        var writer = new StringWriter { NewLine = "\n" };
        table.Write(writer);
        writer.ToString().ShouldBe("阶段    n\nUsage  12  x\n售后    1\n");
    }

    [Fact]
    public void A_row_of_another_length_is_refused() =>
        Should.Throw<ArgumentException>(() => new PlainTable("ll").Add("only one"));
}
