namespace ReviewInsights.Tests;

public sealed class KeywordExtractorTests
{
    /// <summary>Four words, and how many of 99 reviews hold each.</summary>
    private static readonly Lexicon Counted = new LexiconBuilder()
        .AddTsv(new StringReader("word\tfrequency\ttag\n续航\t9\tn\n屏幕\t9\tn\n手感\t9\tn\n东西\t9\tn\n非常\t9\td\n"), "words.tsv")
        .AddTsv(new StringReader("word\tdocuments\n*\t99\n续航\t1\n屏幕\t3\n东西\t60\n"), "documents.tsv")
        .Build();

    [Fact]
    public void Weights_are_term_frequency_times_inverse_document_frequency()
    {
        var keywords = KeywordExtractor.Create(Segmenter.Create(Counted)).ByTfIdf(["续航续航屏幕", "手感东西非常"], 10);

        keywords.Select(k => (k.Word, k.Occurrences)).ShouldBe([("续航", 2), ("手感", 1), ("屏幕", 1)]);
        keywords[0].Weight.ShouldBe(2.0 / 4 * Math.Log(100.0 / 2), 1e-12);
        keywords[1].Weight.ShouldBe(1.0 / 4 * Math.Log(100.0 / 1), 1e-12);
        keywords[2].Weight.ShouldBe(1.0 / 4 * Math.Log(100.0 / 4), 1e-12);
    }

    [Fact]
    public void A_word_of_most_reviews_is_a_keyword_only_if_the_options_say_so()
    {
        var extractor = KeywordExtractor.Create(Segmenter.Create(Counted), new KeywordOptions { MaxDocumentShare = 1 });

        extractor.ByTfIdf(["东西"], 10).ShouldHaveSingleItem().Word.ShouldBe("东西");
    }

    [Fact]
    public void Weights_of_a_star_are_those_of_its_closed_form()
    {
        // 续航 stands beside both others, which do not meet: with w = 1 - d + d (a + b) and a = b = 1 - d + d w / 2,
        // w = (1 - d)(1 + 2 d) / (1 - d²).
        const double D = 0.85;
        var centre = (1 - D) * (1 + (2 * D)) / (1 - (D * D));

        var keywords = KeywordExtractor.Create(Segmenter.Create(Counted)).ByTextRank(["屏幕续航", "续航手感"], 10);

        keywords.Select(k => k.Word).ShouldBe(["续航", "屏幕", "手感"]);
        keywords[0].Weight.ShouldBe(centre, 1e-5);
        keywords[1].Weight.ShouldBe(1 - D + (D * centre / 2), 1e-5);
    }

    [Fact]
    public void Keywords_of_reviews_name_what_they_are_about()
    {
        string[] reviews = ["这个热水器加热很快，热水器安装师傅也专业", "热水器漏水了，联系安装师傅", "安装费太贵，热水器一般"];
        var extractor = KeywordExtractor.Create(Segmenter.Create(Samples.Lexicon));

        extractor.ByTfIdf(reviews, 3).Select(k => k.Word).ShouldContain("热水器");
        extractor.ByTextRank(reviews, 3).Select(k => k.Word).ShouldContain("热水器");
    }

    [Fact]
    public void Counts_survive_a_second_builder() =>
        KeywordExtractor.Create(Segmenter.Create(Counted.ToBuilder().Build())).ByTfIdf(["续航屏幕"], 1)[0].Weight.ShouldBe(0.5 * Math.Log(100.0 / 2), 1e-12);

    [Fact]
    public void Strange_texts_have_keywords_or_none_and_never_fail()
    {
        var extractor = KeywordExtractor.Create(Segmenter.Create(Samples.Lexicon));

        extractor.ByTfIdf([], 5).ShouldBeEmpty();
        extractor.ByTextRank(Samples.All, 5).Length.ShouldBe(5);
        extractor.ByTfIdf(Samples.All, 0).ShouldBeEmpty();
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Should.Throw<ArgumentException>(() => KeywordExtractor.Create(Segmenter.Create(Counted), new KeywordOptions { MaxDocumentShare = 0 }));
        Should.Throw<ArgumentException>(() => KeywordExtractor.Create(Segmenter.Create(Counted), new KeywordOptions { MinLength = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => KeywordExtractor.Create(Segmenter.Create(Counted)).ByTfIdf(["好"], -1));
    }
}
