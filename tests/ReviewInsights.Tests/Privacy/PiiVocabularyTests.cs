using ReviewInsights.Privacy;

namespace ReviewInsights.Tests.Privacy;

public sealed class PiiVocabularyTests
{
    [Fact]
    public void The_longest_word_with_a_wanted_role_counts()
    {
        var words = Read("路\troad\n路由\tlookalike\n路由路\tstop\n");

        words.Match("路由路", 0, WordRoles.Road | WordRoles.Lookalike, out var roles).ShouldBe(2);
        roles.ShouldBe(WordRoles.Lookalike);
        words.Match("路由路", 0, WordRoles.Road, out _).ShouldBe(1);
        words.Match("路由路", 3, WordRoles.Road, out _).ShouldBe(0);
    }

    [Fact]
    public void A_word_may_have_several_roles_and_any_width_and_case()
    {
        var words = Read("wx号\taccount,filler\n");

        words.Match("ＷX号", 0, WordRoles.Filler, out var roles).ShouldBe(3);
        roles.ShouldBe(WordRoles.AccountCue | WordRoles.Filler);
    }

    [Fact]
    public void Letters_that_go_on_are_another_word()
    {
        var words = Read("wx\taccount\n");

        words.Has("wx1", 0, WordRoles.AccountCue).ShouldBeTrue();
        words.Has("wxy", 0, WordRoles.AccountCue).ShouldBeFalse();
    }

    [Theory]
    [InlineData("term\troles\n", "words.tsv:1:1: error RI132: the columns of a table of privacy are: word roles")]
    [InlineData("word\troles\n路\troad\n路\tstop\n", "words.tsv:3:1: error RI119: '路' stands twice")]
    [InlineData("word\troles\nWX\taccount\n", "words.tsv:2:1: error RI133: 'WX' is not in lower case and half width")]
    [InlineData("word\troles\n路\troad,river\n", "words.tsv:2:3: error RI134: role 'river' is not one of: phone, id-card")]
    [InlineData("word\troles\n路\t\n", "words.tsv:2:3: error RI103: roles is empty")]
    public void A_bad_row_names_its_place(string tsv, string message) =>
        Should.Throw<LexiconFormatException>(() => PiiVocabulary.Read(new StringReader(tsv), "words.tsv")).Message.ShouldStartWith(message);

    [Fact]
    public void The_built_in_words_are_those_of_the_file()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, "lexicons", "privacy", "words.tsv"));

        PiiVocabulary.Read(file, "words.tsv").Has("订单号", 0, WordRoles.OrderCue).ShouldBeTrue();
        PiiVocabulary.LoadDefault().Has("订单号", 0, WordRoles.OrderCue).ShouldBeTrue();
    }

    private static PiiVocabulary Read(string rows) => PiiVocabulary.Read(new StringReader("word\troles\n" + rows), "words.tsv");
}
