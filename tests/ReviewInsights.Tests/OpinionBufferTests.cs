namespace ReviewInsights.Tests;

/// <summary>A user's own models in place of the built-in ones.</summary>
public sealed class OpinionBufferTests
{
    [Fact]
    public void Opinions_of_another_model_are_reported_as_they_are()
    {
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { AspectModel = new LoudnessModel(), PolarityModel = new LengthModel() });

        var analysis = analyzer.Analyze("屏幕好，声音吵得很");

        var opinion = analysis.Opinions.ShouldHaveSingleItem();
        (opinion.Aspect, opinion.Attribute, opinion.Polarity, opinion.Stage).ShouldBe(("usage", "usage.sound", Polarity.Negative, "usage"));
        opinion.Expression.Of(analysis.Review.Text).ToString().ShouldBe("吵");
        opinion.Clause.Of(analysis.Review.Text).ToString().ShouldBe("声音吵得很");
        opinion.Evidence.ShouldHaveSingleItem().Rule.ShouldBe("model/usage.negative");
        analysis.Overall.ShouldBe(new OverallPolarity(Polarity.Positive, (float)0.8, (float)0.9));
    }

    [Fact]
    public void Aspects_that_are_not_asked_for_are_left_out()
    {
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { AspectModel = new LoudnessModel(), Aspects = ["value"] });

        analyzer.Analyze("声音吵").Opinions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sound", 0.5, 0.5, 0, 1, null)]
    [InlineData("usage", 1.5, 0.5, 0, 1, null)]
    [InlineData("usage", 0.5, double.NaN, 0, 1, null)]
    [InlineData("usage", 0.5, 0.5, 0, 99, null)]
    [InlineData("usage", 0.5, 0.5, 0, 1, "sleeping")]
    public void What_cannot_be_is_refused(string aspect, double score, double confidence, int start, int length, string? stage)
    {
        var model = new FixedModel(buffer => buffer.Add(aspect, score, confidence, new TextSpan(start, length), stage));

        Should.Throw<ArgumentException>(() => ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { AspectModel = model }).Analyze("好"));
    }

    [Fact]
    public void A_buffer_that_was_kept_takes_no_more()
    {
        OpinionBuffer? kept = null;
        ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { AspectModel = new FixedModel(buffer => kept = buffer) }).Analyze("好");

        Should.Throw<InvalidOperationException>(() => kept!.Add("usage", 0.5, 0.5, default));
    }

    [Fact]
    public void A_probability_outside_its_range_is_refused() =>
        Should.Throw<InvalidOperationException>(() => ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { PolarityModel = new LengthModel(2) }).Analyze("好"));

    private sealed class LoudnessModel : IAspectModel
    {
        public void FindOpinions(ReadOnlySpan<char> text, OpinionBuffer opinions)
        {
            if (text.IndexOf('吵') is >= 0 and var at) opinions.Add("usage.sound", -0.6, 0.8, new TextSpan(at, 1));
        }
    }

    private sealed class FixedModel(Action<OpinionBuffer> act) : IAspectModel
    {
        public void FindOpinions(ReadOnlySpan<char> text, OpinionBuffer opinions) => act(opinions);
    }

    private sealed class LengthModel(double probability = 0.9) : IPolarityModel
    {
        public double ProbabilityOfPositive(ReadOnlySpan<char> text) => probability;
    }
}
