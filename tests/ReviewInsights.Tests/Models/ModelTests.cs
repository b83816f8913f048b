namespace ReviewInsights.Tests.Models;

/// <summary>What holds for every opinion, whoever found it.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Evidence_of_every_opinion_adds_up_to_its_score()
    {
        foreach (var text in Samples.All)
            foreach (var opinion in Samples.Analyzer.Analyze(text).Opinions)
            {
                opinion.Evidence.ShouldNotBeEmpty(text);
                opinion.Evidence[0].Before.ShouldBe(0, text);
                for (var i = 1; i < opinion.Evidence.Length; i++) opinion.Evidence[i].Before.ShouldBe(opinion.Evidence[i - 1].After, text);
                opinion.Evidence[^1].After.ShouldBe(opinion.Score, text);
            }
    }

    [Fact]
    public void Spans_lie_in_the_text_and_scores_agree_with_polarity()
    {
        foreach (var text in Samples.All)
            foreach (var opinion in Samples.Analyzer.Analyze(text).Opinions)
            {
                opinion.Expression.Length.ShouldBeGreaterThan(0, text);
                opinion.Clause.Contains(opinion.Expression).ShouldBeTrue(text);
                foreach (var step in opinion.Evidence) step.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
                Math.Sign(opinion.Score).ShouldBe((int)opinion.Polarity, text);
                opinion.Confidence.ShouldBeInRange(0, 1, text);
            }
    }

    [Fact]
    public void A_lexicon_without_a_model_leaves_opinions_to_the_rules()
    {
        var builder = new LexiconBuilder()
            .AddTsv(new StringReader("stage\tzh\ten\nusage\t使用\tUsage\n"), "stages.tsv")
            .AddTsv(new StringReader("aspect\tzh\ten\tstages\nusage\t使用体验\tUsage\tusage\noverall\t整体\tOverall\tnone\n"), "aspects.tsv")
            .AddTarget("屏幕", "usage")
            .AddOpinion("清楚", 0.6);

        ReviewAnalyzer.Create(builder.Build()).Analyze("屏幕清楚").Opinions.ShouldHaveSingleItem().Evidence.ShouldHaveSingleItem().Kind.ShouldBe(EvidenceKind.Lexicon);
    }

    [Fact]
    public void A_user_s_own_row_is_never_overruled()
    {
        var mine = Samples.Lexicon.ToBuilder().AddTarget("噗噜机", "usage.sound").AddOpinion("歪瓜气", -0.9).Build();

        var opinion = ReviewAnalyzer.Create(mine).Analyze("噗噜机歪瓜气").Opinions.ShouldHaveSingleItem();
        (opinion.Attribute, opinion.Polarity).ShouldBe(("usage.sound", Polarity.Negative));
    }

    [Fact]
    public void The_model_survives_a_builder()
    {
        var copy = ReviewAnalyzer.Create(Samples.Lexicon.ToBuilder().AddWord("甲乙丙丁").Build());
        foreach (var text in Samples.Reviews)
            copy.Analyze(text).Opinions.Select(o => (o.Aspect, o.Score, o.Expression)).ShouldBe(Samples.Analyzer.Analyze(text).Opinions.Select(o => (o.Aspect, o.Score, o.Expression)), text);
    }

    [Fact]
    public void A_text_too_long_for_a_review_is_read_by_the_rules()
    {
        var text = string.Concat(Enumerable.Repeat("屏幕很清晰，", AnalysisSession.LongestJudged / 6 + 1));

        var opinions = Samples.Analyzer.Analyze(text).Opinions;

        opinions.ShouldNotBeEmpty();
        opinions.SelectMany(o => o.Evidence).ShouldAllBe(e => e.Kind != EvidenceKind.Model);
    }

    [Fact]
    public void Nothing_said_is_neutral()
    {
        foreach (var text in (string[])["", " ", "，。！"]) Samples.Analyzer.Analyze(text).Overall.Polarity.ShouldBe(Polarity.Neutral);
    }
}
