using ReviewInsights.IO.Records;

namespace ReviewInsights.IO.Tests.Records;

public sealed class CellTextTests
{
    [Fact]
    public void A_row_is_a_line_of_csv_with_every_text_as_it_is()
    {
        var longText = new string('长', 20_000);
        CellText.ToLine(["一,二", "他说\"好\"", "两\n行", " 空 ", null, 2.50, true, "半\ud83d", "", longText])
            .ShouldBe($"\"一,二\",\"他说\"\"好\"\"\",\"两\n行\", 空 ,,2.5,true,半\ud83d,,{longText}");
        CellText.ToLine(["", "=1+1"]).ShouldBe(",=1+1");
        CellText.ToLine([null]).ShouldBe("");
    }
}
