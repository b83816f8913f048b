using System.CommandLine;
using ReviewInsights.Training;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>train polarity</c>: trains anew what a model knows about the polarity of whole reviews.</summary>
internal static class TrainPolarityCommand
{
    public static Command Create(Terminal terminal)
    {
        var texts = new Option<string>("--texts") { Description = terminal.Say("CSV with the columns text, label (1/0) and category", "含 text、label（1/0）、category 列的 CSV"), Required = true };
        var start = new Option<string?>("--model") { Description = terminal.Say("Model (.rimodel) whose other heads are kept; the shipped one where none is named", "保留其余部分的模型（.rimodel）；默认为随附模型") };
        var output = new Option<string>("--output", "-o") { Description = terminal.Say("Model to write", "要写出的模型"), Required = true };
        var name = new Option<string?>("--name") { Description = terminal.Say("Name that the model carries; that of --model where none is given", "模型名称；默认沿用 --model 的名称") };
        var seed = new Option<int>("--seed") { Description = terminal.Say("Seed of all random orders", "随机种子"), DefaultValueFactory = _ => 1 };
        var without = new Option<string[]>("--without-category") { Description = terminal.Say("Leave a category out; repeatable", "不用某类目；可重复"), DefaultValueFactory = _ => [] };
        var bucket = new Option<string?>("--without-bucket") { Description = terminal.Say("Leave out texts whose MD5 modulo 100 lies in FROM-TO, and measure on them", "不用 MD5 模 100 落在 FROM-TO 内的文本，并在其上评测") };
        var grams = new Option<int>("--document-grams") { Description = terminal.Say("Grams of the document model to keep", "文档模型保留的特征数"), DefaultValueFactory = _ => new PolarityTrainingOptions().DocumentGrams };
        var command = new Command("polarity", terminal.Say("Trains the polarity of whole reviews; clause and opinion heads stay.", "训练整体极性；分句和观点模型不变。"))
        {
            texts, start, output, name, seed, without, bucket, grams,
        };
        command.SetAction(parsed =>
        {
            var isHeldOut = parsed.GetValue(bucket) is { } range ? TrainCommand.InBucket("--without-bucket", range) : _ => false;
            var categories = parsed.GetValue(without)!;
            var labelled = TrainCommand.ReadTexts(parsed.GetValue(texts)!).Where(t => !categories.Contains(t.Category)).ToLookup(t => isHeldOut(t.Text));
            var model = Train(
                LexiconLayers.Load(parsed.GetValue(start) is { } file ? [file] : [], []), [.. labelled[false]],
                new PolarityTrainingOptions { Name = parsed.GetValue(name), Seed = parsed.GetValue(seed), DocumentGrams = parsed.GetValue(grams) }, terminal);
            if (labelled[true].Any()) Measure(terminal, model, [.. labelled[true]]);
            TrainCommand.Write(terminal, model, parsed.GetValue(output)!);
            return ExitCode.Done;
        });
        return command;
    }

    private static TrainedModel Train(Lexicon lexicon, LabelledText[] texts, PolarityTrainingOptions options, Terminal terminal)
    {
        try
        {
            return PolarityTrainer.Train(lexicon, texts, options, terminal.OutputText.WriteLine);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void Measure(Terminal terminal, TrainedModel model, LabelledText[] heldOut)
    {
        using var file = new MemoryStream();
        model.Save(file);
        file.Position = 0;
        var result = PolarityEvaluator.Evaluate(ReviewAnalyzer.Create(Lexicon.LoadDefault().ToBuilder().AddModel(file, "trained").Build()), heldOut);
        terminal.OutputText.WriteLine($"held out: {result.Count} texts, accuracy {result.Accuracy:0.0000}, macro F1 {result.MacroF1:0.0000}, calibration error {result.Calibration.ExpectedError:0.000}");
    }
}
