namespace ReviewInsights.Analytics.Tests;

public sealed class ReviewCurveTests
{
    [Fact]
    public void The_steps_come_in_the_order_the_review_tells_them_and_neighbours_of_one_stage_are_one()
    {
        var steps = ReviewCurve.Of(Analysis((Journeys.Usage, -0.6, 20), (Journeys.Receiving, 0.8, 0), (Journeys.Receiving, 0.4, 6), (Journeys.Receiving, -0.2, 30))).Steps;

        steps.Select(s => (s.Stage, s.Opinions)).ShouldBe([(Journeys.Receiving, 2), (Journeys.Usage, 1), (Journeys.Receiving, 1)]);
        steps[0].Score.ShouldBe(0.6, 1e-12);
        steps[0].Span.ShouldBe(TextSpan.FromBounds(0, 11));
    }

    [Fact]
    public void Opinions_of_no_stage_are_no_step() =>
        ReviewCurve.Of(Analysis((Lexicon.NoStageCode, 0.9, 0))).Steps.ShouldBeEmpty();

    private static ReviewAnalysis Analysis(params (string Stage, double Score, int At)[] opinions) => Journeys.Analysis() with
    {
        Opinions = [.. opinions.Select(o => new Opinion("usage", null, (Polarity)Math.Sign(o.Score), o.Score, 0.9, o.Stage, new TextSpan(o.At, 5), null, default, []))],
    };
}
