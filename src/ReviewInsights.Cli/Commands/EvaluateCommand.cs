using System.CommandLine;
using ReviewInsights.Cli.Rendering;
using ReviewInsights.Training;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>evaluate polarity|opinions|segmentation GOLD</c>: how right the results are, and whether another is better.</summary>
internal static class EvaluateCommand
{
    private const int WorstShown = 10;

    public static Command Create(Terminal terminal) =>
        new("evaluate", terminal.Say("Compares results with annotated data.", "与标注数据比较。")) { Opinions(terminal), Polarity(terminal), EvaluateSegmentationCommand.Create(terminal) };

    private static Command Opinions(Terminal terminal)
    {
        var gold = new Argument<string>("GOLD") { Description = terminal.Say("Annotated reviews, one JSON object a line", "标注评论，每行一个 JSON 对象") };
        var against = Against(terminal);
        var command = new Command("opinions", terminal.Say("Aspects, polarity, stages, expressions.", "方面、极性、阶段、表达。")) { gold, against };
        var analyzers = new AnalyzerOptions(terminal, command);
        command.SetAction(parsed =>
        {
            var reviews = TrainCommand.ReadGold(parsed.GetValue(gold)!);
            var result = OpinionEvaluator.Evaluate(analyzers.Create(parsed), reviews);
            Write(terminal.OutputText, result);
            if (parsed.GetValue(against) is { } other)
            {
                var second = OpinionEvaluator.Evaluate(OtherAnalyzer(other), reviews);
                var difference = PairedTests.Bootstrap([.. second.Reviews.Select(r => r.Score)], [.. result.Reviews.Select(r => r.Score)]);
                terminal.OutputText.WriteLine(
                    $"\nagainst {other}: F1 {second.Opinions.F1:0.0000}, difference {difference.Difference:+0.0000;-0.0000}, 95 % interval {difference.Low:+0.0000;-0.0000} to {difference.High:+0.0000;-0.0000} (paired bootstrap): {(difference.IsSignificant ? "significant" : "not significant")}");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Polarity(Terminal terminal)
    {
        var gold = new Argument<string>("GOLD") { Description = terminal.Say("CSV with the columns text and label (1/0), and category", "含 text、label（1/0）和 category 列的 CSV") };
        var bucket = new Option<string?>("--only-bucket") { Description = terminal.Say("Only texts whose MD5 modulo 100 lies in FROM-TO", "只用 MD5 模 100 落在 FROM-TO 内的文本") };
        var category = new Option<string?>("--only-category") { Description = terminal.Say("Only texts of this category", "只用该类目的文本") };
        var against = Against(terminal);
        var command = new Command("polarity", terminal.Say("Overall polarity in two classes.", "整体极性（两类）。")) { gold, bucket, category, against };
        var analyzers = new AnalyzerOptions(terminal, command);
        command.SetAction(parsed =>
        {
            var isInBucket = TrainCommand.InBucket("--only-bucket", parsed.GetValue(bucket) ?? "0-99");
            var only = parsed.GetValue(category);
            LabelledText[] texts = [.. TrainCommand.ReadTexts(parsed.GetValue(gold)!).Where(t => isInBucket(t.Text) && (only is null || t.Category == only))];
            var result = PolarityEvaluator.Evaluate(analyzers.Create(parsed), texts);
            Write(terminal.OutputText, result);
            if (parsed.GetValue(against) is { } other)
            {
                var second = PolarityEvaluator.Evaluate(OtherAnalyzer(other), texts);
                var (here, there) = (0, 0);
                for (var i = 0; i < texts.Length; i++)
                {
                    if (result.IsRight[i] && !second.IsRight[i]) here++;
                    if (!result.IsRight[i] && second.IsRight[i]) there++;
                }
                terminal.OutputText.WriteLine($"\nagainst {other}: accuracy {second.Accuracy:0.0000}; right here only {here}, there only {there}; McNemar p = {PairedTests.McNemar(here, there):0.0000}");
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Against(Terminal terminal) => new("--against")
    {
        Description = terminal.Say("Compare with another lexicon or model (a file as for --lexicon), or with: rules", "与另一词典或模型（同 --lexicon）或 rules 比较"),
    };

    private static ReviewAnalyzer OtherAnalyzer(string other) => other == "rules"
        ? ReviewAnalyzer.Create(Lexicon.LoadDefault(), new ReviewAnalyzerOptions { RulesOnly = true })
        : ReviewAnalyzer.Create(LexiconLayers.Load([other], []));

    private static void Write(TextWriter output, OpinionEvaluation result)
    {
        output.WriteLine($"{result.Reviews.Count} reviews");
        var scores = Table("", "precision", "recall", "F1", "gold", "predicted");
        Add(scores, "aspect+polarity", result.Opinions);
        Add(scores, "aspect", result.Aspects);
        Add(scores, "core aspects+polarity", result.CoreOpinions);
        Add(scores, "stage+polarity", result.Stages);
        Add(scores, "suggestion", result.Suggestions);
        scores.Write(output);
        output.WriteLine($"expression overlap {Share(result.Expressions.Overlapping, result.Expressions.Count)}, overall polarity {Share(result.Overall.Right, result.Overall.Count)}");
        output.WriteLine($"calibration error: opinions {result.PolarityCalibration.ExpectedError:0.000} (n {result.PolarityCalibration.Count}), overall {result.OverallCalibration.ExpectedError:0.000} (n {result.OverallCalibration.Count})");
        output.WriteLine("\npolarity where the aspect is right (rows: annotated)");
        var confusion = Table("", "negative", "neutral", "positive");
        foreach (var gold in Polarities) confusion.Add([gold.ToString().ToLowerInvariant(), .. Polarities.Select(p => $"{result.Confusions(gold, p)}")]);
        confusion.Write(output);
        WriteGroups(output, "by aspect", result.ByAspect);
        WriteGroups(output, "by category", result.ByCategory);
        output.WriteLine("\nworst reviews (id, wrong or missing opinions)");
        foreach (var (review, score) in result.Reviews.OrderByDescending(r => r.Score.Gold + r.Score.Predicted - 2 * r.Score.Right).Take(WorstShown))
            output.WriteLine($"  {review.Id}  {score.Gold + score.Predicted - 2 * score.Right}");
    }

    private static readonly Polarity[] Polarities = [ReviewInsights.Polarity.Negative, ReviewInsights.Polarity.Neutral, ReviewInsights.Polarity.Positive];

    private static void Write(TextWriter output, PolarityEvaluation result)
    {
        output.WriteLine($"{result.Count} texts: accuracy {result.Accuracy:0.0000}, macro F1 {result.MacroF1:0.0000}, calibration error {result.Calibration.ExpectedError:0.000}");
        var confusion = Table("label", "negative", "positive");
        foreach (var label in (ReadOnlySpan<bool>)[false, true])
            confusion.Add([label ? "positive" : "negative", $"{result.Confusions(label, false)}", $"{result.Confusions(label, true)}"]);
        confusion.Write(output);
        var categories = Table("category", "accuracy", "texts");
        foreach (var (name, (right, count)) in result.ByCategory) categories.Add([name, $"{(double)right / count:0.0000}", $"{count}"]);
        categories.Write(output);
        output.WriteLine("\nstated and observed probability of being positive");
        var bins = Table("stated", "observed", "texts");
        foreach (var (count, stated, observed) in result.Calibration.Bins) bins.Add([$"{stated:0.000}", $"{observed:0.000}", $"{count}"]);
        bins.Write(output);
    }

    private static void WriteGroups(TextWriter output, string title, IReadOnlyDictionary<string, SetScore> groups)
    {
        output.WriteLine($"\n{title}");
        var table = Table("", "precision", "recall", "F1", "gold", "predicted");
        foreach (var (name, score) in groups) Add(table, name, score);
        table.Write(output);
    }

    /// <summary>A table whose first column holds names and whose other columns hold numbers.</summary>
    internal static PlainTable Table(params string[] header)
    {
        var table = new PlainTable("l".PadRight(header.Length, 'r'));
        table.Add(header);
        return table;
    }

    private static void Add(PlainTable table, string name, SetScore score) =>
        table.Add([name, $"{score.Precision:0.000}", $"{score.Recall:0.000}", $"{score.F1:0.000}", $"{score.Gold}", $"{score.Predicted}"]);

    private static string Share(int part, int whole) => $"{(whole == 0 ? 0 : (double)part / whole):0.000} (n {whole})";
}
