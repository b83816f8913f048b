namespace ReviewInsights.Training.Tests.Gold;

public sealed class GoldReaderTests
{
    [Fact]
    public void What_nobody_said_is_not_known()
    {
        var review = GoldReader.Read(new StringReader("""{"id":7,"text":"屏幕很亮","opinions":[{"aspect":"usage","polarity":"positive","span":[0,4]}]}"""), "a.jsonl")[0];

        review.Id.ShouldBe("7");
        review.Overall.ShouldBeNull();
        review.Suggestion.ShouldBeNull();
        review.Opinions[0].Stage.ShouldBeNull();
        review.Opinions[0].Span.ShouldBe(new TextSpan(0, 4));
    }

    [Theory]
    [InlineData("{\"id\":1", "not an annotated review")]
    [InlineData("{\"id\":1,\"text\":\"好\"}", "not an annotated review")]
    [InlineData("{\"id\":1,\"text\":\"好\",\"opinions\":[{\"aspect\":\"usage\",\"polarity\":\"fine\",\"span\":[0,1]}]}", "polarity 'fine'")]
    [InlineData("{\"id\":1,\"text\":\"好\",\"opinions\":[{\"aspect\":\"usage\",\"polarity\":\"positive\",\"span\":[0,2]}]}", "outside the text")]
    public void A_bad_line_is_named(string line, string problem)
    {
        var error = Should.Throw<ImportFormatException>(() => GoldReader.Read(new StringReader("\n" + line), "a.jsonl"));

        error.Message.ShouldContain("a.jsonl:2");
        error.Message.ShouldContain(problem);
    }

    [Fact]
    public void Labels_are_one_or_nought()
    {
        LabelledText.Read(new StringReader("label,text\n1,\"好,用\"\n0,差\n"), "t.csv").ShouldBe([new LabelledText("好,用", true, ""), new LabelledText("差", false, "")]);
        Should.Throw<ImportFormatException>(() => LabelledText.Read(new StringReader("label,text\n2,好\n"), "t.csv")).Message.ShouldContain("label '2'");
        Should.Throw<ImportFormatException>(() => LabelledText.Read(new StringReader("text\n好\n"), "t.csv")).Message.ShouldContain("no column 'label'");
    }

    [Fact]
    public void A_text_falls_into_the_same_bucket_everywhere()
    {
        // MD5 of "a" is 0cc175b9c0f1b6a831c399e269772661, whose last hexadecimal digit is 1.
        TextBucket.Of("a", 16).ShouldBe(1);
        TextBucket.Of("a", 1).ShouldBe(0);
    }
}
