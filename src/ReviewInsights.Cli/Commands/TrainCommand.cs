using System.CommandLine;
using System.IO.Compression;
using ReviewInsights.IO;
using ReviewInsights.Training;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>train opinions|polarity</c>: makes the model that decides which opinions a review voices, or its document part alone.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal) =>
        new("train", terminal.Say("Trains the shipped models anew.", "重新训练随附的模型。")) { Opinions(terminal), TrainPolarityCommand.Create(terminal) };

    private static Command Opinions(Terminal terminal)
    {
        var gold = new Option<string[]>("--gold") { Description = terminal.Say("Annotated reviews, one JSON object a line; repeatable", "标注评论，每行一个 JSON 对象；可重复"), Required = true };
        var texts = new Option<string>("--texts") { Description = terminal.Say("CSV with the columns text, label (1/0) and category", "含 text、label（1/0）、category 列的 CSV"), Required = true };
        var output = new Option<string>("--output", "-o") { Description = terminal.Say("Model to write", "要写出的模型"), Required = true };
        var name = new Option<string>("--name") { Description = terminal.Say("Name that the model carries", "模型名称"), DefaultValueFactory = _ => "opinions" };
        var seed = new Option<int>("--seed") { Description = terminal.Say("Seed of all random orders", "随机种子"), DefaultValueFactory = _ => 1 };
        var without = new Option<string[]>("--without-category") { Description = terminal.Say("Leave a category out; repeatable", "不用某类目；可重复"), DefaultValueFactory = _ => [] };
        var bucket = new Option<string?>("--without-bucket") { Description = terminal.Say("Leave out texts whose MD5 modulo 100 lies in FROM-TO", "不用 MD5 模 100 落在 FROM-TO 内的文本") };
        var fold = new Option<string?>("--without-fold") { Description = terminal.Say("Leave out annotated reviews of a category whose MD5 modulo 5 is N: CATEGORY:N", "不用某类目中 MD5 模 5 等于 N 的标注评论：类目:N") };
        var no = new Option<string[]>("--no") { Description = terminal.Say("Train without rules, document, review-grams or domains; repeatable", "不用 rules、document、review-grams 或 domains；可重复"), DefaultValueFactory = _ => [] };
        no.AcceptOnlyFromAmong("rules", "document", "review-grams", "domains");
        var headGrams = new Option<int>("--head-grams") { Description = terminal.Say("Gram features to keep", "保留的特征数"), DefaultValueFactory = _ => new OpinionTrainingOptions().HeadGrams };
        var documentGrams = new Option<int>("--document-grams") { Description = terminal.Say("Grams of the document model to keep", "文档模型保留的特征数"), DefaultValueFactory = _ => new OpinionTrainingOptions().DocumentGrams };
        var command = new Command("opinions", terminal.Say("Trains document, clause and opinion heads.", "训练文档、分句和观点模型。"))
        {
            gold, texts, output, name, seed, without, bucket, fold, no, headGrams, documentGrams,
        };
        command.SetAction(parsed =>
        {
            var isLeftOut = LeftOut(parsed.GetValue(without)!, parsed.GetValue(bucket));
            var isInFold = InFold(parsed.GetValue(fold));
            var off = parsed.GetValue(no)!;
            GoldReview[] reviews = [.. parsed.GetValue(gold)!.SelectMany(ReadGold).Where(r => !isLeftOut(r.Text, r.Category) && !isInFold(r))];
            LabelledText[] labelled = [.. ReadTexts(parsed.GetValue(texts)!).Where(t => !isLeftOut(t.Text, t.Category))];
            if (reviews.Length == 0) throw new UsageException(terminal.Say("--gold: no annotated reviews are left", "--gold：没有可用的标注评论"));
            if (labelled.Length == 0) throw new UsageException(terminal.Say("--texts: no labelled texts are left", "--texts：没有可用的带标签文本"));
            var model = OpinionTrainer.Train(
                Lexicon.LoadDefault(), reviews, labelled,
                new OpinionTrainingOptions
                {
                    Name = parsed.GetValue(name)!,
                    Seed = parsed.GetValue(seed),
                    HeadGrams = parsed.GetValue(headGrams),
                    DocumentGrams = parsed.GetValue(documentGrams),
                    UseRules = !off.Contains("rules"),
                    UseDocument = !off.Contains("document"),
                    UseReviewGrams = !off.Contains("review-grams"),
                    UseDomains = !off.Contains("domains"),
                },
                terminal.OutputText.WriteLine);
            Write(terminal, model, parsed.GetValue(output)!);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Writes a model to a file, which appears under its name only when it is complete.</summary>
    internal static void Write(Terminal terminal, TrainedModel model, string path)
    {
        using var file = PartialFile.Create(path);
        model.Save(file.Stream);
        var size = file.Stream.Length;
        file.Commit();
        terminal.OutputText.WriteLine($"{path}: {model.GramCount} grams, {model.RowCount} rows, {size} bytes");
    }

    private static Func<string, string, bool> LeftOut(string[] categories, string? bucket)
    {
        var isInBucket = bucket is null ? _ => false : InBucket("--without-bucket", bucket);
        return (text, category) => categories.Contains(category) || isInBucket(text);
    }

    private static Func<GoldReview, bool> InFold(string? fold)
    {
        if (fold is null) return _ => false;
        if (fold.Split(':') is not [var category, var number] || !int.TryParse(number, out var n)) throw new UsageException($"--without-fold {fold}: a category, a colon and a number from 0 to 4 are right");
        return review => review.Category == category && TextBucket.Of(review.Text, 5) == n;
    }

    /// <summary>Whether a text's MD5 modulo 100 lies in a range such as 20-29.</summary>
    /// <exception cref="UsageException">The range is not two numbers with a hyphen.</exception>
    internal static Func<string, bool> InBucket(string option, string range)
    {
        if (range.Split('-') is not [var from, var to] || !int.TryParse(from, out var first) || !int.TryParse(to, out var last))
            throw new UsageException($"{option} {range}: two numbers from 0 to 99 with a hyphen are right, such as 20-29");
        return text => TextBucket.Of(text, 100) is var bucket && bucket >= first && bucket <= last;
    }

    internal static IReadOnlyList<GoldReview> ReadGold(string path)
    {
        using var reader = OpenText(path);
        return GoldReader.Read(reader, path);
    }

    internal static IReadOnlyList<LabelledText> ReadTexts(string path)
    {
        using var reader = OpenText(path);
        return LabelledText.Read(reader, path);
    }

    /// <summary>Opens a text file, plain or gzip.</summary>
    internal static StreamReader OpenText(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }
}
