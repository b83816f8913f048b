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
    [InlineData("1️⃣开机", "1️⃣|开机")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿队", "🏴󠁧󠁢󠁥󠁮󠁧󠁿|队")]
    [InlineData("⌚️好看", "⌚️|好看")]
    [InlineData("2016年3月8日8点到", "2016年|3月|8日|8点|到")]
    [InlineData("给5分", "给|5分")]
    [InlineData("这款2.0号称防水", "这|款|2.0|号称|防水")]
    [InlineData("30×40的相框", "30×40|的|相框")]
    [InlineData("开心(^_^)~", "开心|(^_^)~")]
    [InlineData("无语-_-", "无语|-_-")]
    [InlineData("o(╯□╰)o算了", "o(╯□╰)o|算了")]
    [InlineData("很好:)", "很|好|:)")]
    [InlineData("颜色:D款(大)", "颜色|:|D|款|(|大|)")]
    [InlineData("(iPhone 6)", "(|iPhone| |6|)")]
    [InlineData("看https://a.example/b?c=1。", "看|https://a.example/b?c=1|。")]
    [InlineData("见www.example.com，谢谢", "见|www.example.com|，|谢谢")]
    [InlineData("发给a_b@mail.example吧", "发给|a_b@mail.example|吧")]
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

    [Fact]
    public void The_walk_and_the_slow_search_agree_on_a_file_of_reviews()
    {
        var path = Environment.GetEnvironmentVariable("REVIEWINSIGHTS_TEXTS");
        if (path is null) Assert.Skip("Set REVIEWINSIGHTS_TEXTS to a file of one text a line to compare on it.");
        var slow = new SlowSegmenter(Samples.Lexicon);
        using var session = Samples.Analyzer.OpenSession();
        foreach (var text in File.ReadLines(path))
            session.Segment(text).ToArray().Select(t => t.Span.End).ShouldBe(slow.Ends(text), text);
    }
}
