namespace ReviewInsights.Training.Tests;

/// <summary>Trains on reviews made of a few patterns: small, yet all steps run.</summary>
public sealed class OpinionTrainerTests
{
    private static readonly Lexicon Default = Lexicon.LoadDefault();

    [Fact]
    public void The_same_data_and_seed_give_the_same_bytes() => Save(Train()).ShouldBe(Save(Train()));

    [Fact]
    public void A_trained_model_finds_what_it_was_taught()
    {
        // The rules cannot know these made-up words; the model learns them from examples.
        using var file = new MemoryStream(Save(Train()));
        var analyzer = ReviewAnalyzer.Create(Default.ToBuilder().AddModel(file, "test").Build());

        analyzer.Analyze("这个噼里屏咕噜噜").Opinions.ShouldContain(o => o.Aspect == "usage" && o.Polarity == Polarity.Positive);
        analyzer.Analyze("盒子哗啦哗啦的").Opinions.ShouldContain(o => o.Aspect == "packaging" && o.Polarity == Polarity.Negative);
    }

    [Fact]
    public void Evidence_of_the_model_adds_up_and_names_its_grams()
    {
        using var file = new MemoryStream(Save(Train()));
        var analysis = ReviewAnalyzer.Create(Default.ToBuilder().AddModel(file, "test").Build()).Analyze("盒子哗啦哗啦的");

        var opinion = analysis.Opinions.First(o => o.Aspect == "packaging");
        opinion.Evidence.ShouldContain(e => e.Kind == EvidenceKind.Model && e.Rule == "model/packaging.negative");
        opinion.Evidence[0].Before.ShouldBe(0);
        for (var i = 1; i < opinion.Evidence.Length; i++) opinion.Evidence[i].Before.ShouldBe(opinion.Evidence[i - 1].After);
        opinion.Evidence[^1].After.ShouldBe(opinion.Score);
    }

    [Fact]
    public void More_trades_than_there_is_room_for_are_no_error()
    {
        List<LabelledText> texts = [.. Texts().Select((t, i) => t with { Category = $"trade {i % 40}" })];

        OpinionTrainer.Train(Default, Reviews(), texts, new OpinionTrainingOptions()).GramCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Without_reviews_or_texts_there_is_nothing_to_learn()
    {
        Should.Throw<ArgumentException>(() => OpinionTrainer.Train(Default, [], Texts(), new OpinionTrainingOptions()));
        Should.Throw<ArgumentException>(() => OpinionTrainer.Train(Default, Reviews(), [], new OpinionTrainingOptions()));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var bytes = Save(Train());

        Should.Throw<LexiconFormatException>(() => Default.ToBuilder().AddModel(new MemoryStream([.. bytes.Take(bytes.Length / 2)]), "cut")).Message.ShouldContain("cut");
        Should.Throw<LexiconFormatException>(() => Default.ToBuilder().AddModel(new MemoryStream(new byte[100]), "zeros")).Message.ShouldContain("mark of a model");
    }

    private static TrainedModel Train() => OpinionTrainer.Train(Default, Reviews(), Texts(), new OpinionTrainingOptions());

    private static List<GoldReview> Reviews()
    {
        string[] things = ["这个", "这款", "今天的", "昨天的", "新的", "旧的", "他家", "你家", "我买的", "朋友买的"];
        var reviews = new List<GoldReview>();
        for (var i = 0; i < 40; i++)
        {
            var thing = things[i % things.Length];
            reviews.Add(Review(i, $"{thing}噼里屏咕噜噜", "usage", Polarity.Positive, "usage"));
            reviews.Add(Review(i + 100, $"{thing}盒子哗啦哗啦的", "packaging", Polarity.Negative, "receiving"));
            reviews.Add(new GoldReview($"{i + 200}", "a", $"{thing}放在第{i}层柜子", "neutral", false, []));
        }
        return reviews;
    }

    private static GoldReview Review(int id, string text, string aspect, Polarity polarity, string stage) =>
        new($"{id}", "a", text, polarity == Polarity.Positive ? "positive" : "negative", false, [new GoldOpinion(aspect, polarity, stage, new TextSpan(0, text.Length))]);

    private static List<LabelledText> Texts() =>
        [.. Enumerable.Range(0, 200).Select(i => new LabelledText(i % 2 == 0 ? $"咕噜噜真香{i}" : $"哗啦哗啦真臭{i}", i % 2 == 0, i % 4 < 2 ? "a" : "b"))];

    private static byte[] Save(TrainedModel model)
    {
        using var file = new MemoryStream();
        model.Save(file);
        return file.ToArray();
    }
}
