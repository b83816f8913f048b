namespace ReviewInsights.Tests.Lexicons;

public sealed class UserWordTests
{
    [Theory]
    [InlineData("iPhone 15 Pro", "我的iphone 15 PRO很好", "我|的|iphone 15 PRO|很|好")]
    [InlineData("Wi-Fi 6E", "支持Wi-Fi 6E啊", "支持|Wi-Fi 6E|啊")]
    [InlineData("T-100", "这台T-100好用", "这|台|T-100|好用")]
    [InlineData("冲鸭👍🏻", "冲鸭👍🏻很好", "冲鸭👍🏻|很|好")]
    [InlineData("金桥云", "金橋雲很好", "金橋雲|很|好")]
    [InlineData("ＡＢＣ牌", "abc牌很好", "abc牌|很|好")]
    [InlineData("A4", "A4L很好", "A4L|很|好")]
    public void An_added_word_is_found_whole_and_never_inside_a_run(string word, string text, string expected) =>
        Cut(builder => builder.AddWords([word]), text).ShouldBe(expected);

    [Fact]
    public void A_joined_word_stands_against_its_neighbours()
    {
        Cut(b => b, "质量很好用").ShouldBe("质量|很|好用");
        Cut(b => b.JoinWord("很好"), "质量很好用").ShouldBe("质量|很好|用");
        Cut(b => b.JoinWord("量很"), "质量很好用").ShouldBe("质|量很|好用");
    }

    [Fact]
    public void A_split_word_is_cut_exactly_where_asked()
    {
        Cut(b => b.SplitWord("性", "价比"), "性价比").ShouldBe("性|价比");
        Cut(b => b.SplitWord("手", "机"), "手机").ShouldBe("手|机");
        Cut(b => b.SplitWord("乒", "乓球", "拍"), "乒乓球拍").ShouldBe("乒|乓球|拍");
    }

    [Fact]
    public void Any_word_of_the_dictionary_can_be_split_anywhere()
    {
        var random = new Random(5);
        string[] words = ["手机", "笔记本", "性价比", "快递员", "物美价廉", "充电宝", "客服", "包装盒", "羽绒服", "不好意思", "自动挡", "洗衣机"];
        var splits = words.Select(word => (Word: word, At: random.Next(1, word.Length))).ToArray();
        foreach (var (word, at) in splits)
            Cut(b => b.SplitWord(word[..at], word[at..]), word).ShouldBe($"{word[..at]}|{word[at..]}");
    }

    [Fact]
    public void A_table_adds_joins_removes_and_splits()
    {
        Cut(b => b.AddTsv(new StringReader("word\tfrequency\ttag\n很好\tjoin\n"), "mine.tsv"), "质量很好用").ShouldBe("质量|很好|用");
        Cut(b => b.AddTsv(new StringReader("word\tparts\n手机\t手|机\n性价比\n"), "mine.tsv"), "手机性价比").ShouldBe("手|机|性|价|比");
    }

    [Fact]
    public void A_split_that_does_not_spell_the_word_is_refused()
    {
        var error = Should.Throw<LexiconFormatException>(() => Samples.Lexicon.ToBuilder().AddTsv(new StringReader("word\tparts\n手机\t手|表\n"), "mine.tsv"));

        (error.Code, error.Line, error.Column).ShouldBe(("RI120", 2, 4));
    }

    [Fact]
    public void A_jieba_dictionary_may_leave_out_frequency_and_class()
    {
        var tokens = Tokens(b => b.AddJiebaDictionary(new StringReader("\uFEFF云计酸\r\n\r\n李小福 2 nr\n创新办 3 i\neasy_install 3 eng\niPhone 15 Pro 3\n好用 nz\n台中\n"), "user.dict"),
            "云计酸|iPhone 15 Pro|好用");

        tokens.Where(t => t.Word != "|").ShouldBe([("云计酸", WordTag.Other), ("iPhone 15 Pro", WordTag.Other), ("好用", WordTag.Name)]);
    }

    [Fact]
    public void A_frequency_out_of_range_in_a_jieba_dictionary_names_its_place()
    {
        var error = Should.Throw<LexiconFormatException>(() => Samples.Lexicon.ToBuilder().AddJiebaDictionary(new StringReader("好\n云计酸 99999999999\n"), "user.dict"));

        (error.Code, error.Line, error.Column).ShouldBe(("RI121", 2, 5));
    }

    [Fact]
    public void User_words_of_one_lexicon_do_not_show_in_another()
    {
        var before = Bytes(Samples.Lexicon);
        var first = Samples.Lexicon.ToBuilder().JoinWord("物流很快").Build();
        var second = Samples.Lexicon.ToBuilder().SplitWord("物", "流").Build();

        Segmenter.Create(first).Cut("物流很快").ShouldBe(["物流很快"]);
        Segmenter.Create(second).Cut("物流很快").ShouldBe(["物", "流", "很快"]);
        Segmenter.Create(Samples.Lexicon).Cut("物流很快").ShouldBe(["物流", "很快"]);
        Bytes(Samples.Lexicon).ShouldBe(before);
    }

    [Fact]
    public void User_words_survive_a_second_builder()
    {
        var twice = Samples.Lexicon.ToBuilder().JoinWord("很好").SplitWord("手", "机").Build().ToBuilder().Build();

        Segmenter.Create(twice).Cut("手机很好用").ShouldBe(["手", "机", "很好", "用"]);
    }

    [Fact]
    public void Building_again_without_a_change_cuts_the_same_way()
    {
        var again = Segmenter.Create(Samples.Lexicon.ToBuilder().Build());
        var first = Segmenter.Create(Samples.Lexicon);
        foreach (var text in Samples.All) again.Cut(text).ShouldBe(first.Cut(text));
    }

    private static byte[] Bytes(Lexicon lexicon)
    {
        using var stream = new MemoryStream();
        lexicon.Save(stream);
        return stream.ToArray();
    }

    private static string Cut(Func<LexiconBuilder, LexiconBuilder> change, string text) =>
        string.Join('|', Segmenter.Create(change(Samples.Lexicon.ToBuilder()).Build()).Cut(text));

    private static List<(string Word, WordTag Tag)> Tokens(Func<LexiconBuilder, LexiconBuilder> change, string text) =>
        [.. Segmenter.Create(change(Samples.Lexicon.ToBuilder()).Build()).Tokenize(text).Select(t => (t.Span.Of(text).ToString(), t.Tag))];
}
