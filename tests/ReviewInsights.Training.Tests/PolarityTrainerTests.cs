namespace ReviewInsights.Training.Tests;

/// <summary>Trains on texts made of a few patterns, on top of the shipped model.</summary>
public sealed class PolarityTrainerTests
{
    private static readonly Lexicon Default = Lexicon.LoadDefault();

    [Fact]
    public void The_same_texts_and_seed_give_the_same_bytes() => Save(Train()).ShouldBe(Save(Train()));

    [Fact]
    public void A_word_that_only_the_texts_know_decides_the_polarity()
    {
        var trained = ReviewAnalyzer.Create(WithModel(Train()));

        trained.Analyze("这个噼里屏咕噜噜").Overall.Score.ShouldBeGreaterThan(0);
        trained.Analyze("盒子哗啦哗啦的").Overall.Score.ShouldBeLessThan(0);
    }

    [Fact]
    public void Clause_heads_second_stage_and_domains_stay_as_they_are()
    {
        var other = Texts().ConvertAll(t => t with { Text = t.Text.Replace("真", "特", StringComparison.Ordinal) });

        var throughOther = PolarityTrainer.Train(WithModel(PolarityTrainer.Train(Default, other, new PolarityTrainingOptions())), Texts(), new PolarityTrainingOptions());

        // Whatever the first training had changed beside the document part would still show.
        Save(throughOther).ShouldBe(Save(Train()));
        throughOther.RowCount.ShouldBe(TrainedModel.Of(Default)!.RowCount);
    }

    [Fact]
    public void Without_a_model_or_without_both_labels_there_is_nothing_to_train()
    {
        Should.Throw<ArgumentException>(() => PolarityTrainer.Train(new LexiconBuilder().Build(), Texts(), new PolarityTrainingOptions())).Message.ShouldContain("no model");
        Should.Throw<ArgumentException>(() => PolarityTrainer.Train(Default, [.. Texts().Where(t => t.IsPositive)], new PolarityTrainingOptions())).Message.ShouldContain("both labels");
        Should.Throw<ArgumentException>(() => PolarityTrainer.Train(Default, [], new PolarityTrainingOptions()));
    }

    [Fact]
    public void The_log_says_how_right_the_model_is_on_texts_it_had_not_seen()
    {
        var log = new List<string>();

        PolarityTrainer.Train(Default, Texts(), new PolarityTrainingOptions(), log.Add);

        log[^1].ShouldMatch(@"^overall polarity: accuracy 1\.0000 on \d+ texts");
    }

    private static TrainedModel Train() => PolarityTrainer.Train(Default, Texts(), new PolarityTrainingOptions());

    private static Lexicon WithModel(TrainedModel model) => Default.ToBuilder().AddModel(new MemoryStream(Save(model)), "test").Build();

    private static List<LabelledText> Texts() =>
        [.. Enumerable.Range(0, 200).Select(i => new LabelledText(i % 2 == 0 ? $"咕噜噜真香{i}" : $"哗啦哗啦真臭{i}", i % 2 == 0, i % 4 < 2 ? "a" : "b"))];

    private static byte[] Save(TrainedModel model)
    {
        using var file = new MemoryStream();
        model.Save(file);
        return file.ToArray();
    }
}
