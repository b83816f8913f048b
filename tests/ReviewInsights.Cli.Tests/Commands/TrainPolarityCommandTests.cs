using System.Text;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class TrainPolarityCommandTests
{
    [Fact]
    public void The_polarity_of_whole_reviews_is_trained_and_measured_on_texts_held_out()
    {
        using var scratch = new Scratch();

        var trained = CommandRun.Of("train", "polarity", "--texts", scratch.Write("texts.csv", Texts()), "--without-bucket", "0-19", "-o", scratch["m.rimodel"]);

        trained.ExitCode.ShouldBe(ExitCode.Done, trained.Error);
        trained.Output.ShouldMatch(@"held out: \d+ texts, accuracy 1\.0000");
        var tagged = CommandRun.WithInput("叮叮咚\n", "tag", "-", "--input-format", "lines", "--lexicon", scratch["m.rimodel"]);
        tagged.Output.ShouldContain("\"overall\":{\"polarity\":\"positive\"");
    }

    [Fact]
    public void A_model_can_be_named_to_start_from()
    {
        using var scratch = new Scratch();
        var texts = scratch.Write("texts.csv", Texts());
        CommandRun.Of("train", "polarity", "--texts", texts, "-o", scratch["first.rimodel"], "--name", "mine").ExitCode.ShouldBe(ExitCode.Done);

        // The clause heads come from the named model, and the document part from the same texts: nothing changes.
        var again = CommandRun.Of("train", "polarity", "--texts", texts, "--model", scratch["first.rimodel"], "-o", scratch["second.rimodel"]);

        again.ExitCode.ShouldBe(ExitCode.Done, again.Error);
        File.ReadAllBytes(scratch["second.rimodel"]).ShouldBe(File.ReadAllBytes(scratch["first.rimodel"]));
    }

    [Fact]
    public void Texts_of_one_label_are_wrong_usage_and_nothing_is_written()
    {
        using var scratch = new Scratch();

        var run = CommandRun.Of("train", "polarity", "--texts", scratch.Write("t.csv", "label,text\n1,好\n"), "-o", scratch["m"]);

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        run.Error.ShouldContain("both labels");
        scratch.Files().ShouldBe(["t.csv"]);
    }

    [Fact]
    public void What_cannot_be_left_out_is_wrong_usage()
    {
        using var scratch = new Scratch();

        CommandRun.Of("train", "polarity", "--texts", scratch.Write("t.csv", Texts()), "-o", scratch["m"], "--without-bucket", "x").ExitCode.ShouldBe(ExitCode.WrongUsage);
    }

    private static string Texts()
    {
        var texts = new StringBuilder("label,text,category\n");
        for (var i = 0; i < 200; i++) texts.Append(i % 2).Append(",样子").Append(i % 2 == 0 ? "路过" : "叮叮咚").Append(i).Append(",a\n");
        return texts.ToString();
    }
}
