namespace ReviewInsights.Tests;

public sealed class AnalysisSessionTests
{
    [Fact]
    public void A_warm_session_allocates_nothing()
    {
        using var session = Samples.Analyzer.OpenSession();
        foreach (var text in Samples.Reviews) session.Analyze(text);

        var opinions = 0;
        Allocation.Of(() =>
        {
            for (var round = 0; round < 100; round++)
                foreach (var text in Samples.Reviews) opinions += session.Analyze(text).Length;
        }).ShouldBe(0);
        opinions.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void The_session_and_the_object_results_agree()
    {
        using var session = Samples.Analyzer.OpenSession();
        foreach (var text in Samples.All)
        {
            var analysis = Samples.Analyzer.Analyze(text);
            var marks = session.Analyze(text).ToArray();

            session.Overall.ShouldBe(analysis.Overall);
            session.Suggestion.ShouldBe(analysis.Suggestion);
            marks.Length.ShouldBe(analysis.Opinions.Length);
            for (var i = 0; i < marks.Length; i++)
            {
                Samples.Lexicon.Info.Aspects[marks[i].AspectId].ShouldBe(analysis.Opinions[i].Aspect);
                marks[i].Polarity.ShouldBe(analysis.Opinions[i].Polarity);
                ((double)marks[i].Score).ShouldBe(analysis.Opinions[i].Score);
                marks[i].Expression.ShouldBe(analysis.Opinions[i].Expression);
                session.EvidenceOf(marks[i]).Length.ShouldBe(analysis.Opinions[i].Evidence.Length);
            }
        }
    }

    [Fact]
    public void Sums_by_aspect_and_stage_are_those_of_the_object_results()
    {
        using var session = Samples.Analyzer.OpenSession();
        var info = Samples.Lexicon.Info;
        foreach (var text in Samples.All)
        {
            var analysis = Samples.Analyzer.Analyze(new Review("1", text) { Stage = "usage" });
            session.Analyze(text);

            var aspects = info.Aspects.Select((code, id) => (code, Polarity: session.PolarityOf(id))).Where(a => a.Polarity is not null);
            aspects.Select(a => new AspectPolarity(a.code, a.Polarity!.Value)).ShouldBe(analysis.Aspects);
            Enumerable.Range(0, info.Stages.Length).Select(id => session.StageScoreOf(id, "usage")).OfType<StageScore>().ShouldBe(analysis.Stages);
        }
    }

    [Fact]
    public void What_was_analysed_before_leaves_no_trace()
    {
        using var used = Samples.Analyzer.OpenSession();
        foreach (var text in Samples.All)
        {
            using var fresh = Samples.Analyzer.OpenSession();
            used.Analyze(text).ToArray().ShouldBe(fresh.Analyze(text).ToArray());
        }
    }

    [Fact]
    public void A_disposed_session_refuses_work()
    {
        var session = Samples.Analyzer.OpenSession();
        session.Dispose();

        Should.Throw<ObjectDisposedException>(() => session.Analyze("好"));
    }
}
