namespace ReviewInsights.Training.Tests.Evaluation;

public sealed class SegmentationEvaluatorTests
{
    private static readonly Segmenter Tiny = Segmenter.Create(new LexiconBuilder().AddWords(["手机", "好用", "很"]).Build());

    [Fact]
    public void A_word_is_right_where_both_ends_are()
    {
        //  gold   手机  很好  用        ours   手机  很  好用        one of three on either side
        var words = Evaluate("手机 很好 用").Words;

        words.ShouldBe(new WordScore(1, 3, 1, 3));
        words.F1.ShouldBe(1 / 3.0, tolerance: 1e-12);
    }

    [Fact]
    public void Precision_and_recall_ask_different_sides()
    {
        //  gold   手机很好用        ours   手机  很  好用
        Evaluate("手机很好用").Words.ShouldBe(new WordScore(0, 1, 0, 3));
        //  gold   手  机  很  好  用
        var words = Evaluate("手 机 很 好 用").Words;
        words.Precision.ShouldBe(1 / 3.0, tolerance: 1e-12);
        words.Recall.ShouldBe(1 / 5.0, tolerance: 1e-12);
    }

    [Fact]
    public void An_optional_cut_is_right_either_way()
    {
        //  ours   手机  很  好用
        Evaluate("手机 很·好用").Words.ShouldBe(new WordScore(2, 2, 3, 3));
        Evaluate("手机 很 好·用").Words.ShouldBe(new WordScore(3, 3, 3, 3));
        Evaluate("手机 很·好·用").Words.ShouldBe(new WordScore(2, 2, 3, 3));
        // A required cut inside one of our words is missed all the same.
        Evaluate("手·机 很 好 用").Words.ShouldBe(new WordScore(2, 4, 2, 3));
    }

    [Fact]
    public void Wrong_cuts_are_shown_between_the_nearest_places_where_both_cut()
    {
        var differences = Evaluate("手机 很好 用 很 好 用", "手机 很好 用").Differences;

        differences.Select(d => (d.Key.Gold, d.Key.Found, d.Value)).ShouldBe([("很好 用", "很 好用", 2), ("好 用", "好用", 1)]);
    }

    [Fact]
    public void Words_the_lexicon_does_not_hold_are_counted_apart()
    {
        var result = Evaluate("手机 很好 用");

        result.KnownWords.ShouldBe(new WordScore(1, 1, 0, 0));
        result.UnknownWords.ShouldBe(new WordScore(0, 2, 0, 0));
    }

    private static SegmentationEvaluation Evaluate(params string[] lines) =>
        SegmentationEvaluator.Evaluate(Tiny, SegmentedText.Read(new StringReader(string.Join('\n', lines)), hasOptionalCuts: true));
}
