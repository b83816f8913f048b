using System.CommandLine;
using ReviewInsights.Training;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>evaluate segmentation GOLD</c>: how right the words are, and whether another lexicon cuts better.</summary>
internal static class EvaluateSegmentationCommand
{
    public static Command Create(Terminal terminal)
    {
        var gold = new Argument<string>("GOLD") { Description = terminal.Say("One text a line, its words separated by spaces; plain or gzip", "每行一条文本，词间以空格分隔；可为 gzip") };
        var against = new Option<string?>("--against") { Description = terminal.Say("Compare with another lexicon (a file as for --lexicon)", "与另一词典比较（同 --lexicon）") };
        var optional = new Option<bool>("--optional-dots") { Description = terminal.Say("A middle dot in a word of GOLD marks a place where a cut is right as well as none", "GOLD 词中的间隔号表示可切可不切") };
        var json = new Option<bool>("--json") { Description = terminal.Say("Write JSON", "输出 JSON") };
        var command = new Command("segmentation", terminal.Say("Words: precision, recall, the most frequent wrong cuts.", "分词：准确率、召回率、最常见的错切。")) { gold, against, optional, json };
        var lexicons = new AnalyzerOptions(terminal, command, findsOpinions: false);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(gold)!;
            using var reader = TrainCommand.OpenText(path);
            var texts = SegmentedText.Read(reader, parsed.GetValue(optional));
            if (texts.Count == 0) throw new UsageException(terminal.Say($"{path}: no line with a word", $"{path}：没有含词的行"));
            var lexicon = lexicons.LoadLexicon(parsed);
            var report = new SegmentationReport(lexicon.Info, SegmentationEvaluator.Evaluate(Segmenter.Create(lexicon), texts));
            if (parsed.GetValue(against) is { } other)
                report.Against = (other, SegmentationEvaluator.Evaluate(Segmenter.Create(LexiconLayers.Load([other], [])), texts));
            if (parsed.GetValue(json)) report.WriteJson(terminal.Output);
            else report.WriteText(terminal.OutputText);
            return ExitCode.Done;
        });
        return command;
    }
}
