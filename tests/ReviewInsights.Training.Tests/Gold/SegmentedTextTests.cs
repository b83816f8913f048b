namespace ReviewInsights.Training.Tests.Gold;

public sealed class SegmentedTextTests
{
    [Fact]
    public void White_space_separates_words_and_is_no_part_of_the_text()
    {
        var text = Read("  价格 便宜\u3000！ ").ShouldHaveSingleItem();

        text.Text.ShouldBe("价格便宜！");
        text.Ends.ShouldBe([2, 4, 5]);
        text.OptionalCuts.ShouldBeEmpty();
    }

    [Fact]
    public void A_middle_dot_is_a_cut_only_where_that_is_asked_for()
    {
        Read("快递·员 好").ShouldHaveSingleItem().Text.ShouldBe("快递·员好");

        var text = Read("快递·员 好", hasOptionalCuts: true).ShouldHaveSingleItem();
        text.Text.ShouldBe("快递员好");
        text.Ends.ShouldBe([3, 4]);
        text.OptionalCuts.ShouldBe([2]);
    }

    [Fact]
    public void Lines_without_a_word_are_left_out() => Read("\n  \n好\n\n").Count.ShouldBe(1);

    private static IReadOnlyList<SegmentedText> Read(string lines, bool hasOptionalCuts = false) => SegmentedText.Read(new StringReader(lines), hasOptionalCuts);
}
