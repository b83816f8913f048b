using System.CommandLine;
using System.Globalization;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>keywords [INPUT]</c>: the words that say most about all reviews of an input.</summary>
internal static class KeywordsCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("INPUT")
        {
            Description = terminal.Say("Reviews; - is standard input", "评论文件；- 表示标准输入"),
            DefaultValueFactory = _ => "-",
        };
        var method = new Option<string>("--method") { Description = terminal.Say("tfidf or textrank", "tfidf 或 textrank"), DefaultValueFactory = _ => "tfidf" };
        method.AcceptOnlyFromAmong("tfidf", "textrank");
        var top = new Option<int>("--top") { Description = terminal.Say("How many keywords", "关键词个数"), DefaultValueFactory = _ => 20 };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0) result.AddError("--top is 0 or more");
        });
        var command = new Command("keywords", terminal.Say("Finds the words that say most about the reviews.", "提取关键词。")) { input, method, top };
        var inputOptions = new InputOptions(terminal, command);
        var analyzerOptions = new AnalyzerOptions(terminal, command, findsOpinions: false);
        command.SetAction(parsed =>
        {
            var extractor = KeywordExtractor.Create(Segmenter.Create(analyzerOptions.LoadLexicon(parsed)));
            using var reader = inputOptions.Open(parsed, parsed.GetValue(input)!);
            using var source = reader.Reviews();
            var texts = Texts(source, terminal.Cancellation);
            var keywords = parsed.GetValue(method) == "textrank" ? extractor.ByTextRank(texts, parsed.GetValue(top)) : extractor.ByTfIdf(texts, parsed.GetValue(top));
            foreach (var keyword in keywords)
                terminal.OutputText.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{keyword.Word}\t{keyword.Weight:0.000000}\t{keyword.Occurrences}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Texts(IReviewSource source, CancellationToken cancellation)
    {
        foreach (var row in source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (row.Review is { } review) yield return review.Text;
        }
    }
}
