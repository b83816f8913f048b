namespace ReviewInsights.Tests;

public sealed class SegmenterTests
{
    private static readonly Segmenter Words = Segmenter.Create(Samples.Lexicon);

    [Theory]
    [InlineData(SegmentationMode.Precise, "笔记本电脑很好用", "笔记本电脑|很|好用")]
    [InlineData(SegmentationMode.Search, "笔记本电脑很好用", "笔记|电脑|笔记本|笔记本电脑|很|好用")]
    [InlineData(SegmentationMode.Full, "笔记本电脑很好用", "笔记|笔记本|笔记本电脑|电脑|很|好用")]
    [InlineData(SegmentationMode.Full, "买了i5-3210M", "买|了|i5-3210M")]
    [InlineData(SegmentationMode.Search, "i5-3210M 500ml", "i5-3210M| |500ml")]
    public void Each_mode_gives_the_words_it_promises(SegmentationMode mode, string text, string expected) =>
        string.Join('|', Words.Cut(text, mode)).ShouldBe(expected);

    [Fact]
    public void Precise_words_joined_give_the_text_again()
    {
        foreach (var text in Samples.All) string.Concat(Words.Cut(text)).ShouldBe(text);
    }

    [Fact]
    public void Full_words_leave_no_character_out()
    {
        foreach (var text in Samples.All)
        {
            var covered = 0;
            foreach (var token in Words.Tokenize(text, SegmentationMode.Full))
            {
                token.Span.Start.ShouldBeLessThanOrEqualTo(covered, text);
                covered = Math.Max(covered, token.Span.End);
            }
            covered.ShouldBe(text.Length, text);
        }
    }

    [Fact]
    public void Search_words_without_the_inner_ones_are_the_precise_words()
    {
        foreach (var text in Samples.All)
        {
            var search = Words.Tokenize(text, SegmentationMode.Search);
            Words.Tokenize(text).Where(t => !search.Contains(t)).ShouldBeEmpty(text);
        }
    }

    [Theory]
    [InlineData(SegmentationMode.Precise)]
    [InlineData(SegmentationMode.Full)]
    [InlineData(SegmentationMode.Search)]
    public void A_warm_session_allocates_nothing(SegmentationMode mode)
    {
        var session = Words.OpenSession();
        for (var round = 0; round < 3; round++)
            foreach (var text in Samples.Reviews) session.Segment(text, mode);

        var tokens = 0;
        Allocation.Of(() =>
        {
            for (var round = 0; round < 100; round++)
                foreach (var text in Samples.Reviews) tokens += session.Segment(text, mode).Length;
        }).ShouldBe(0);
        tokens.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Unknown_characters_stay_single_unless_joining_is_asked_for()
    {
        var joining = Segmenter.Create(Samples.Lexicon, new SegmenterOptions { JoinUnknown = true });

        Words.Cut("龘靐齾很好").ShouldBe(["龘", "靐", "齾", "很", "好"]);
        joining.Cut("龘靐齾很好").ShouldBe(["龘靐齾", "很", "好"]);
    }

    [Fact]
    public void It_can_stand_behind_the_seam_of_the_analyzer()
    {
        var analyzer = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { Segmenter = Words });
        foreach (var text in Samples.Reviews)
            analyzer.Analyze(text).Opinions.Select(o => (o.Aspect, o.Score)).ShouldBe(Samples.Analyzer.Analyze(text).Opinions.Select(o => (o.Aspect, o.Score)), text);
    }

    [Fact]
    public void Many_threads_may_share_it() =>
        Parallel.For(0, 200, i => Words.Cut(Samples.Reviews[i % Samples.Reviews.Length]).ShouldNotBeEmpty());

    [Fact]
    public void An_unknown_mode_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Words.Cut("好", (SegmentationMode)9));
}
