using System.Text;

namespace ReviewInsights.Cli.Tests.Commands;

public sealed class TrainCommandTests
{
    [Fact]
    public void A_model_is_trained_and_can_be_used()
    {
        using var scratch = new Scratch();
        var gold = new StringBuilder();
        var texts = new StringBuilder("label,text,category\n");
        for (var i = 0; i < 60; i++)
        {
            gold.Append(i % 2 == 0
                ? $$"""{"id":"{{i}}","category":"a","text":"第{{i}}次叮叮咚","overall":"positive","suggestion":false,"opinions":[{"aspect":"usage","polarity":"positive","stage":"usage","span":[0,5]}]}"""
                : $$"""{"id":"{{i}}","category":"a","text":"第{{i}}次路过","overall":"neutral","suggestion":false,"opinions":[]}""").Append('\n');
            texts.Append(i % 2).Append(",样子").Append(i % 2 == 0 ? "灰" : "亮").Append(i).Append(",a\n");
        }

        var trained = CommandRun.Of("train", "opinions", "--gold", scratch.Write("gold.jsonl", gold.ToString()), "--texts", scratch.Write("texts.csv", texts.ToString()), "-o", scratch["m.rimodel"]);

        trained.ExitCode.ShouldBe(ExitCode.Done, trained.Error);
        trained.Output.ShouldContain("out-of-fold F1");
        var tagged = CommandRun.WithInput("第七次叮叮咚\n", "tag", "-", "--input-format", "lines", "--lexicon", scratch["m.rimodel"], "--explain");
        tagged.Output.ShouldContain("\"aspect\":\"usage\"");
        tagged.Output.ShouldContain("\"rule\":\"model/usage.positive\"");
    }

    [Fact]
    public void What_cannot_be_left_out_is_wrong_usage()
    {
        using var scratch = new Scratch();
        string gold = scratch.Write("g.jsonl", ""), texts = scratch.Write("t.csv", "label,text\n1,好\n");

        CommandRun.Of("train", "opinions", "--gold", gold, "--texts", texts, "-o", scratch["m"], "--without-bucket", "x").ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("train", "opinions", "--gold", gold, "--texts", texts, "-o", scratch["m"], "--without-fold", "x").ExitCode.ShouldBe(ExitCode.WrongUsage);
        CommandRun.Of("train", "opinions", "--gold", gold, "--texts", texts, "-o", scratch["m"], "--no", "words").ExitCode.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public void Without_annotated_reviews_nothing_is_written()
    {
        using var scratch = new Scratch();

        var run = CommandRun.Of("train", "opinions", "--gold", scratch.Write("g.jsonl", ""), "--texts", scratch.Write("t.csv", "label,text\n1,好\n"), "-o", scratch["m"]);

        run.ExitCode.ShouldBe(ExitCode.WrongUsage);
        scratch.Files().ShouldBe(["g.jsonl", "t.csv"]);
    }
}
