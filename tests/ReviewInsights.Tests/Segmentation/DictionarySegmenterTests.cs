namespace ReviewInsights.Tests.Segmentation;

public sealed class DictionarySegmenterTests
{
    [Theory]
    [InlineData("价格便宜", "价格|便宜")]
    [InlineData("这款手机不好用", "这|款|手机|不|好用")]
    [InlineData("性價比高", "性價比|高")]
    [InlineData("i5-3210M和2.5k", "i5-3210M|和|2.5k")]
    [InlineData("2016.1.19买的", "2016.1.19|买|的")]
    [InlineData("好评100%", "好评|100%")]
    [InlineData("好好好好用", "好好好好|用")]
    [InlineData("不错！！！", "不错|！！！")]
    [InlineData("棒👍🏻👍🏻", "棒|👍🏻|👍🏻")]
    [InlineData("👨‍👩‍👧‍👦喜欢", "👨‍👩‍👧‍👦|喜欢")]
    [InlineData("🇨🇳🇯🇵", "🇨🇳|🇯🇵")]
    [InlineData("❤️很好", "❤️|很|好")]
    public void Text_is_cut_into_words(string text, string expected)
    {
        using var session = Samples.Analyzer.OpenSession();

        var words = new List<string>();
        foreach (var token in session.Segment(text)) words.Add(token.Span.Of(text).ToString());

        string.Join('|', words).ShouldBe(expected);
    }

    [Fact]
    public void Tokens_carry_the_class_of_the_word()
    {
        using var session = Samples.Analyzer.OpenSession();

        session.Segment("手机非常漂亮！2G").ToArray().Select(t => t.Tag)
            .ShouldBe([WordTag.Noun, WordTag.Adverb, WordTag.Adjective, WordTag.Punctuation, WordTag.Alphanumeric]);
    }

    [Fact]
    public void The_walk_finds_what_an_obvious_slow_search_finds()
    {
        var slow = new SlowSegmenter(Samples.Lexicon);
        using var session = Samples.Analyzer.OpenSession();
        foreach (var text in Samples.Reviews.Concat(Samples.Random(seed: 11, count: 500)))
            session.Segment(text).ToArray().Select(t => t.Span.End).ShouldBe(slow.Ends(text), text);
    }
}
