using Microsoft.Extensions.DependencyInjection;

namespace ReviewInsights.Tests.DependencyInjection;

public sealed class ReviewInsightsServiceCollectionExtensionsTests
{
    [Fact]
    public void One_call_registers_a_shared_analyser()
    {
        using var provider = new ServiceCollection().AddReviewInsights().BuildServiceProvider();

        var analyzer = provider.GetRequiredService<ReviewAnalyzer>();

        analyzer.ShouldBeSameAs(provider.GetRequiredService<ReviewAnalyzer>());
        analyzer.Analyze("质量很好").Opinions.ShouldHaveSingleItem().Aspect.ShouldBe("material");
    }

    [Fact]
    public void Keyed_analysers_are_isolated()
    {
        using var provider = new ServiceCollection()
            .AddReviewInsights()
            .AddKeyedReviewInsights("phones", o => o.LoadLexicon = () => Lexicon.LoadDefault().ToBuilder().AddOpinion("质量很好", -1, "material").Build())
            .AddKeyedReviewInsights("value", o => o.Analyzer = new ReviewAnalyzerOptions { Aspects = ["value"] })
            .BuildServiceProvider();

        provider.GetRequiredKeyedService<ReviewAnalyzer>("value").Analyze("质量很好").Opinions.ShouldBeEmpty();
        provider.GetRequiredService<ReviewAnalyzer>().Analyze("质量很好").Opinions.ShouldHaveSingleItem();
        provider.GetRequiredKeyedService<ReviewAnalyzer>("phones").Lexicon.Info.ContentHash
            .ShouldNotBe(provider.GetRequiredService<ReviewAnalyzer>().Lexicon.Info.ContentHash);
    }

    [Fact]
    public void What_is_registered_already_stays()
    {
        var mine = ReviewAnalyzer.Create(Samples.Lexicon);
        using var provider = new ServiceCollection().AddSingleton(mine).AddReviewInsights().BuildServiceProvider();

        provider.GetRequiredService<ReviewAnalyzer>().ShouldBeSameAs(mine);
    }
}
