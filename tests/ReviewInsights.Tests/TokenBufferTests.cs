namespace ReviewInsights.Tests;

public sealed class TokenBufferTests
{
    [Fact]
    public void Another_segmenter_decides_what_the_tokens_are()
    {
        using var session = Analyzer(new EveryCharacter()).OpenSession();

        session.Segment("物流很快").ToArray().Select(t => t.Span).ShouldBe([new(0, 1), new(1, 1), new(2, 1), new(3, 1)]);
    }

    [Fact]
    public void Opinions_are_found_on_the_boundaries_of_another_segmenter()
    {
        // By rules: the trained model reads characters, whatever the words are.
        Rules(new EveryCharacter()).Analyze("物流很快").Opinions.ShouldHaveSingleItem().Aspect.ShouldBe("logistics");
        Rules(new WholeText()).Analyze("物流很快").Opinions.ShouldBeEmpty();
    }

    [Fact]
    public void The_built_in_segmenter_behind_the_seam_gives_what_it_gives_without_it()
    {
        var behind = Analyzer(new BuiltIn());
        foreach (var text in Samples.All)
            behind.Analyze(text).Opinions.Select(o => (o.Aspect, o.Score, o.Expression)).ShouldBe(Samples.Analyzer.Analyze(text).Opinions.Select(o => (o.Aspect, o.Score, o.Expression)), text);
    }

    [Fact]
    public void A_segmenter_that_stops_early_is_named()
    {
        Should.Throw<InvalidOperationException>(() => Analyzer(new OneOnly()).Analyze("物流很快")).Message.ShouldContain(nameof(OneOnly));
    }

    [Fact]
    public void A_token_behind_the_text_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Analyzer(new TooFar()).Analyze("物流很快"));
    }

    private static ReviewAnalyzer Rules(ISegmenter segmenter) =>
        ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { Segmenter = segmenter, RulesOnly = true });

    private static ReviewAnalyzer Analyzer(ISegmenter segmenter) =>
        ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { Segmenter = segmenter });

    private sealed class EveryCharacter : ISegmenter
    {
        public void Segment(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            for (var end = 1; end <= text.Length; end++) tokens.Add(end);
        }
    }

    private sealed class WholeText : ISegmenter
    {
        public void Segment(ReadOnlySpan<char> text, TokenBuffer tokens) => tokens.Add(text.Length);
    }

    private sealed class OneOnly : ISegmenter
    {
        public void Segment(ReadOnlySpan<char> text, TokenBuffer tokens) => tokens.Add(1);
    }

    private sealed class TooFar : ISegmenter
    {
        public void Segment(ReadOnlySpan<char> text, TokenBuffer tokens) => tokens.Add(text.Length + 1);
    }

    private sealed class BuiltIn : ISegmenter
    {
        public void Segment(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            using var session = Samples.Analyzer.OpenSession();
            foreach (var token in session.Segment(text)) tokens.Add(token.Span.End, token.Tag, token.IsKnown);
        }
    }
}
