namespace ReviewInsights.Tests.Lexicons;

public sealed class LexiconTests
{
    [Fact]
    public void The_default_lexicon_names_twelve_aspects_and_five_stages_in_order()
    {
        var info = Samples.Lexicon.Info;

        info.Aspects.Length.ShouldBe(12);
        info.Stages.ShouldBe(["purchase", "anticipation", "receiving", "usage", "aftersales"]);
        info.WordCount.ShouldBeGreaterThan(150_000);
        info.Version.ShouldStartWith("zh-");
    }

    [Fact]
    public void Each_load_is_an_instance_of_its_own()
    {
        var other = Lexicon.LoadDefault();

        other.ShouldNotBeSameAs(Samples.Lexicon);
        other.Info.ContentHash.ShouldBe(Samples.Lexicon.Info.ContentHash);
    }

    [Fact]
    public void Saved_and_loaded_it_gives_the_same_answers()
    {
        var copy = Lexicon.Load(Saved(Tiny()));

        copy.Info.ContentHash.ShouldBe(Tiny().Info.ContentHash);
        Answer(copy, "续航很给力").ShouldBe(Answer(Tiny(), "续航很给力"));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Saved(Tiny()).ToArray().ShouldBe(Saved(Tiny()).ToArray());

    [Fact]
    public void Any_damaged_byte_is_noticed()
    {
        var bytes = Saved(Tiny()).ToArray();
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            var isPadding = false;
            try
            {
                Lexicon.Load(new MemoryStream(damaged), "user.rilex");
                // Reserved bytes of the header are not read.
                isPadding = damaged.AsSpan(52, 12).SequenceEqual(bytes.AsSpan(52, 12)) == false;
                isPadding.ShouldBeTrue();
            }
            catch (LexiconFormatException e)
            {
                e.SourceName.ShouldBe("user.rilex");
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(500)]
    public void A_cut_file_is_refused(int length)
    {
        var bytes = Saved(Tiny()).ToArray()[..length];

        Should.Throw<LexiconFormatException>(() => Lexicon.Load(new MemoryStream(bytes))).Code.ShouldBe("RI201");
    }

    [Fact]
    public void Two_lexicons_on_many_threads_answer_as_each_does_alone()
    {
        var plain = ReviewAnalyzer.Create(Samples.Lexicon);
        var changed = ReviewAnalyzer.Create(Samples.Lexicon.ToBuilder().AddWord("极速闪充").AddTarget("极速闪充", "usage.battery").AddOpinion("给力", -0.9).Build());
        var texts = Samples.Reviews.Append("极速闪充很给力").ToArray();
        var alone = texts.Select(t => (Answer(plain, t), Answer(changed, t))).ToArray();
        alone[^1].Item1.ShouldNotBe(alone[^1].Item2);

        Parallel.For(0, 400, i =>
        {
            var text = i % texts.Length;
            Answer(plain, texts[text]).ShouldBe(alone[text].Item1);
            Answer(changed, texts[text]).ShouldBe(alone[text].Item2);
        });
    }

    [Fact]
    public void A_builder_leaves_the_lexicon_it_came_from_alone()
    {
        var before = Samples.Lexicon.Info.ContentHash;
        var built = Samples.Lexicon.ToBuilder().AddOpinion("绝绝子", 0.8).Build();

        Samples.Lexicon.Info.ContentHash.ShouldBe(before);
        built.Info.ContentHash.ShouldNotBe(before);
        Answer(built, "绝绝子").ShouldContain("overall Positive");
    }

    [Fact]
    public void A_rebuilt_lexicon_answers_as_the_original()
    {
        var rebuilt = Samples.Lexicon.ToBuilder().Build();

        foreach (var text in Samples.Reviews) Answer(rebuilt, text).ShouldBe(Answer(Samples.Lexicon, text));
    }

    internal static Lexicon Tiny() => new LexiconBuilder()
        .WithName("tiny-1")
        .AddTsv(new StringReader("stage\tzh\ten\nusage\t使用\tUsage\n"), "stages.tsv")
        .AddTsv(new StringReader("aspect\tzh\ten\tstages\nusage\t使用\tUsage\tusage\noverall\t整体\tOverall\tnone\n"), "aspects.tsv")
        .AddTsv(new StringReader("attribute\tzh\ten\tstage\nusage.battery\t续航\tBattery\n"), "attributes.tsv")
        .AddTsv(new StringReader("word\tfrequency\ttag\n续航\t100\tn\n给力\t100\ta\n很\t1000\td\n"), "words.tsv")
        .AddTsv(new StringReader("term\tattribute\tstage\n续航\tusage.battery\n"), "terms.tsv")
        .AddTsv(new StringReader("term\tvalence\tattribute\tbinding\tstage\n给力\t0.7\n"), "general.tsv")
        .AddTsv(new StringReader("term\tfactor\tkind\n很\t1.2\tboost\n"), "degrees.tsv")
        .Build();

    private static MemoryStream Saved(Lexicon lexicon)
    {
        var stream = new MemoryStream();
        lexicon.Save(stream);
        stream.Position = 0;
        return stream;
    }

    private static string Answer(Lexicon lexicon, string text) => Answer(ReviewAnalyzer.Create(lexicon), text);

    private static string Answer(ReviewAnalyzer analyzer, string text) =>
        string.Join("; ", analyzer.Analyze(text).Opinions.Select(o => $"{o.Aspect} {o.Polarity} {o.Stage} {o.Score:0.000} {o.Expression}"));
}
