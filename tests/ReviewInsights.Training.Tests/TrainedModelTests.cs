namespace ReviewInsights.Training.Tests;

public sealed class TrainedModelTests
{
    [Fact]
    public void The_model_of_a_lexicon_is_the_one_that_was_laid_over_it()
    {
        using var shipped = File.OpenRead(Path.Combine(Repository.Root, "lexicons", "models", "opinions.rimodel"));
        var fromFile = Lexicon.LoadDefault().ToBuilder().AddModel(shipped, "opinions.rimodel").Build();
        using var unpacked = new MemoryStream();

        var model = TrainedModel.Of(fromFile).ShouldNotBeNull();
        model.Save(unpacked);
        unpacked.Position = 0;

        unpacked.Length.ShouldBe(shipped.Length);
        Lexicon.LoadDefault().ToBuilder().AddModel(unpacked, "unpacked").Build().Info.ContentHash.ShouldBe(fromFile.Info.ContentHash);
    }

    [Fact]
    public void A_lexicon_without_a_model_has_none() => TrainedModel.Of(new LexiconBuilder().Build()).ShouldBeNull();
}
