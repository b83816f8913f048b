namespace ReviewInsights.Tests.Lexicons;

public sealed class TrieBuilderTests
{
    [Fact]
    public void A_lexicon_of_any_size_compiles_and_finds_its_words()
    {
        var random = new Random(3);
        for (var size = 1; size < 4_000; size += random.Next(1, 60))
        {
            var builder = new LexiconBuilder();
            var words = Enumerable.Range(0, size).Select(i => $"{(char)(0x4E00 + (i * 7 % 6_000))}{(char)(0x4E00 + i)}").ToArray();
            foreach (var word in words) builder.AddWord(word, 10);

            var segmenter = Segmenter.Create(builder.Build());

            foreach (var word in words) segmenter.Tokenize(word).ShouldHaveSingleItem().IsKnown.ShouldBeTrue(word);
        }
    }
}
