using ReviewInsights.Benchmarks.Generation;

namespace ReviewInsights.Benchmarks.Tests.Generation;

public sealed class ReviewGeneratorTests
{
    private static readonly string[] Texts = ReviewGenerator.Texts(seed: 3, count: 100_000);

    [Fact]
    public void Lengths_are_distributed_like_those_of_real_reviews()
    {
        var lengths = Texts.Select(text => text.Length).Order().ToArray();

        lengths[lengths.Length / 2].ShouldBeInRange(32, 36);
        lengths.Average().ShouldBeInRange(56, 60);
        lengths[lengths.Length * 99 / 100].ShouldBeInRange(356, 394);
    }

    [Fact]
    public void The_vocabulary_is_varied_enough_to_walk_the_tables() => VocabularyFile.Load().PhraseCount.ShouldBeGreaterThan(900);

    [Fact]
    public void Few_reviews_occur_twice() => Texts.Where(text => text.Length > 20).Distinct().Count().ShouldBeGreaterThan(Texts.Count(text => text.Length > 20) * 95 / 100);

    [Fact]
    public void Each_phrase_occurs_somewhere()
    {
        var all = string.Concat(Texts);
        var file = VocabularyFile.Load();
        var phrases = file.SectionsOf("aspect").SelectMany(section => file.Lists(section).SelectMany(list => file.List(section, list)));

        phrases.Where(phrase => !all.Contains(phrase, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Customers_punctuate_in_several_ways_or_not_at_all()
    {
        var longer = Texts.Where(text => text.Length > 30).ToArray();

        longer.Count(text => text.Contains('，')).ShouldBeGreaterThan(longer.Length / 2);
        longer.Count(text => text.Contains(',')).ShouldBeGreaterThan(longer.Length / 20);
        longer.Count(text => !text.Any(c => char.IsPunctuation(c) || char.IsWhiteSpace(c))).ShouldBeGreaterThan(longer.Length / 30);
    }

    [Fact]
    public void Stars_and_texts_agree_by_and_large()
    {
        using var generator = new ReviewGenerator(seed: 3);
        using var session = ReviewAnalyzer.Create(Lexicon.LoadDefault()).OpenSession();
        int agree = 0, decided = 0;

        for (var row = 0; row < 3000; row++)
        {
            var rating = generator.Generate(row).Rating;
            if (rating is 2 or 3 or 4) continue;
            session.Analyze(Texts[row]);
            if (session.Overall.Polarity is not (Polarity.Positive or Polarity.Negative)) continue;
            decided++;
            if (session.Overall.Polarity == Polarity.Positive == (rating == 5)) agree++;
        }

        agree.ShouldBeGreaterThan(decided * 3 / 4);
    }

    [Fact]
    public void No_text_is_empty_or_breaks_its_line() => Texts.ShouldAllBe(text => text.Length > 0 && !text.Contains('\n'));
}
