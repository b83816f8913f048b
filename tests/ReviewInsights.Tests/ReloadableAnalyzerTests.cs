namespace ReviewInsights.Tests;

public sealed class ReloadableAnalyzerTests
{
    private const string Text = "屏幕绝绝绝，屏幕绝绝绝";

    [Fact(Timeout = 120_000)]
    public async Task Every_result_under_a_swap_comes_wholly_from_one_lexicon()
    {
        var praising = Samples.Lexicon.ToBuilder().AddOpinion("绝绝绝", 0.9).Build();
        var damning = Samples.Lexicon.ToBuilder().AddOpinion("绝绝绝", -0.9).Build();
        var analyzer = new ReloadableAnalyzer(ReviewAnalyzer.Create(praising));
        using var stop = new CancellationTokenSource();
        var swapping = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++) analyzer.Swap(i % 2 == 0 ? damning : praising);
        }, TestContext.Current.CancellationToken);

        var polarities = new HashSet<Polarity>();
        // Both must be seen, however long the other thread waits for its turn.
        for (var i = 0; i < 20_000 || polarities.Count < 2; i++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var found = analyzer.Current.Analyze(Text).Opinions.Select(o => o.Polarity).Distinct().ToArray();
            polarities.Add(found.ShouldHaveSingleItem());
        }
        await stop.CancelAsync();
        await swapping;

        polarities.Order().ShouldBe([Polarity.Negative, Polarity.Positive]);
    }

    [Fact]
    public void The_options_stay_and_the_old_analyzer_comes_back()
    {
        var first = ReviewAnalyzer.Create(Samples.Lexicon, new ReviewAnalyzerOptions { KeepTokens = true });
        var analyzer = new ReloadableAnalyzer(first);

        analyzer.Swap(Samples.Lexicon.ToBuilder().JoinWord("很好").Build()).ShouldBeSameAs(first);

        analyzer.Current.Analyze("很好").Tokens.Length.ShouldBe(1);
    }
}
