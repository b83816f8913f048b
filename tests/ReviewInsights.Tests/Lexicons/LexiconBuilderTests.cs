namespace ReviewInsights.Tests.Lexicons;

public sealed class LexiconBuilderTests
{
    [Theory]
    [InlineData("", "RI101", 1, 1, "empty")]
    [InlineData("term\tweight\n好\t1\n", "RI110", 1, 1, "header 'term, weight' is none of")]
    [InlineData("term\tattribute\tstage\n屏幕\tusage\tusage\textra\n", "RI102", 2, 16, "4 columns where the header names 3")]
    [InlineData("term\tvalence\tattribute\tbinding\tstage\n\t0.5\n", "RI103", 2, 1, "term is empty")]
    [InlineData("term\tvalence\tattribute\tbinding\tstage\n好\t5x\n", "RI104", 2, 3, "valence '5x' is not a number in [-1, 1]")]
    [InlineData("term\tvalence\tattribute\tbinding\tstage\n好\t2\n", "RI104", 2, 3, "valence '2' is not a number in [-1, 1]")]
    [InlineData("term\tvalence\tattribute\tbinding\tstage\n好\t0.5\t\tsoft\n", "RI105", 2, 8, "binding 'soft' is not one of")]
    [InlineData("term\tvalence\tattribute\tbinding\tstage\n贵\t-0.5\t\tstrong\n", "RI114", 2, 8, "needs an attribute")]
    [InlineData("from\tto\n質量\t质\n", "RI111", 2, 1, "not one character")]
    [InlineData("term\tattribute\tstage\n# note\n\n屏幕\tscreen\n", "RI116", 4, 4, "'screen' is not an aspect or attribute")]
    [InlineData("cue\tstage\n收到\tarrival\n", "RI117", 2, 4, "stage 'arrival' is not one of")]
    [InlineData("term\n吗\n吗\n", "RI119", 3, 1, "line 2 says it already")]
    public void A_bad_row_is_refused_with_file_line_column_and_what_is_allowed(string tsv, string code, int line, int column, string problem)
    {
        var builder = LexiconTests.Tiny().ToBuilder();

        var error = Should.Throw<LexiconFormatException>(() => builder.AddTsv(new StringReader(tsv), "mine.tsv"));

        error.Code.ShouldBe(code);
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldStartWith($"mine.tsv:{line}:{column}: error {code}: ");
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void A_later_row_about_the_same_thing_wins()
    {
        var lexicon = LexiconTests.Tiny().ToBuilder()
            .AddTsv(new StringReader("term\tvalence\tattribute\tbinding\tstage\n给力\t-0.4\n"), "mine.tsv").Build();

        ReviewAnalyzer.Create(lexicon).Analyze("给力").Opinions.Single().Score.ShouldBe(-0.4, 1e-6);
    }

    [Fact]
    public void Evidence_names_the_file_and_line_that_spoke()
    {
        var lexicon = LexiconTests.Tiny().ToBuilder()
            .AddTsv(new StringReader("term\tvalence\tattribute\tbinding\tstage\n\n绝了\t0.8\n"), "mine.tsv").Build();

        ReviewAnalyzer.Create(lexicon).Analyze("绝了").Opinions.Single().Evidence.Single().Rule.ShouldBe("mine.tsv:3");
    }

    [Fact]
    public void A_word_without_a_frequency_wins_over_its_parts()
    {
        var lexicon = Samples.Lexicon.ToBuilder().AddWord("物流很快").Build();
        using var session = ReviewAnalyzer.Create(lexicon).OpenSession();

        session.Segment("物流很快")[0].Span.ShouldBe(new TextSpan(0, 4));
    }

    [Fact]
    public void A_removed_word_is_cut_into_its_parts()
    {
        var lexicon = Samples.Lexicon.ToBuilder().RemoveWord("性价比").Build();
        using var session = ReviewAnalyzer.Create(lexicon).OpenSession();

        session.Segment("性价比")[0].Span.Length.ShouldBeLessThan(3);
    }

    [Fact]
    public void Codes_unknown_to_the_lexicon_are_refused()
    {
        var builder = LexiconTests.Tiny().ToBuilder();

        Should.Throw<ArgumentException>(() => builder.AddTarget("屏幕", "screen")).Message.ShouldContain("'screen'");
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddOpinion("好", double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddWord("好", -1));
    }
}
