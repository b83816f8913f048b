using System.CommandLine;
using ReviewInsights.IO;
using ReviewInsights.Training;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>lexicon …</c>: compiles a folder of tables, and makes the imported ones from their sources.</summary>
internal static class LexiconCommand
{
    public static Command Create(Terminal terminal) =>
        new("lexicon", terminal.Say("Compiles and imports lexicons.", "编译、导入词典。")) { Compile(terminal), ImportWords(terminal), ImportCharacters(terminal), ImportDocuments(terminal) };

    private static Command Compile(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = terminal.Say("Folder of tables with SOURCES.tsv", "含 SOURCES.tsv 的词表目录") };
        var output = Output(terminal);
        var name = new Option<string>("--name") { Description = terminal.Say("Name that results carry", "结果中记录的名称"), DefaultValueFactory = _ => "user" };
        var command = new Command("compile", terminal.Say("Compiles a folder of tables.", "编译词表目录。")) { folder, output, name };
        command.SetAction(parsed =>
        {
            var lexicon = LexiconFolder.Compile(parsed.GetValue(folder)!, parsed.GetValue(name)!);
            using var file = PartialFile.Create(parsed.GetValue(output)!);
            lexicon.Save(file.Stream);
            file.Commit();
            terminal.OutputText.WriteLine($"{lexicon.Info.Version}: {lexicon.Info.WordCount} words, {lexicon.Info.TermCount} terms");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ImportWords(Terminal terminal)
    {
        var dictionary = new Argument<string>("DICT") { Description = terminal.Say("jieba's dict.txt", "jieba 的 dict.txt") };
        var reviews = new Option<string?>("--reviews") { Description = terminal.Say("Reviews, any input format: uncounted words stay if they occur there", "评论文件：其中出现的无词频词得以保留") };
        var characters = new Option<string?>("--traditional") { Description = terminal.Say("OpenCC's TSCharacters.txt", "OpenCC 的 TSCharacters.txt") };
        var output = Output(terminal);
        var command = new Command("import-words", terminal.Say("Makes segment/words.tsv.", "生成 segment/words.tsv。")) { dictionary, reviews, characters, output };
        command.SetAction(parsed =>
        {
            IReadOnlyDictionary<char, char>? folding = null;
            if (parsed.GetValue(characters) is { } table)
            {
                using var tableReader = File.OpenText(table);
                folding = OpenCcCharacterImporter.ReadCharacters(tableReader, table);
            }
            using var reader = File.OpenText(parsed.GetValue(dictionary)!);
            Write(terminal, parsed.GetValue(output)!, writer =>
                JiebaDictionaryImporter.ImportWords(reader, parsed.GetValue(dictionary)!, Texts(parsed.GetValue(reviews)), writer, folding));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ImportCharacters(Terminal terminal)
    {
        var table = new Argument<string>("TABLE") { Description = terminal.Say("OpenCC's TSCharacters.txt", "OpenCC 的 TSCharacters.txt") };
        var output = Output(terminal);
        var command = new Command("import-characters", terminal.Say("Makes normalize/traditional.tsv.", "生成 normalize/traditional.tsv。")) { table, output };
        command.SetAction(parsed =>
        {
            using var reader = File.OpenText(parsed.GetValue(table)!);
            Write(terminal, parsed.GetValue(output)!, writer => OpenCcCharacterImporter.ImportCharacters(reader, parsed.GetValue(table)!, writer));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command ImportDocuments(Terminal terminal)
    {
        var reviews = new Argument<string>("REVIEWS") { Description = terminal.Say("Reviews, any input format", "评论文件") };
        var output = Output(terminal);
        var command = new Command("import-documents", terminal.Say("Makes segment/documents.tsv: in how many reviews each word occurs.", "生成 segment/documents.tsv：每个词出现于多少条评论。")) { reviews, output };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(reviews)!;
            Write(terminal, parsed.GetValue(output)!, writer =>
                DocumentCountImporter.ImportDocumentCounts(Texts(path), path, Segmenter.Create(Lexicon.LoadDefault()), writer));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> Output(Terminal terminal) =>
        new("--output", "-o") { Description = terminal.Say("File to write", "输出文件"), Required = true };

    private static void Write(Terminal terminal, string path, Func<TextWriter, ImportReport> import)
    {
        using var file = PartialFile.Create(path);
        ImportReport report;
        using (var writer = new StreamWriter(file.Stream, leaveOpen: true)) report = import(writer);
        file.Commit();
        terminal.OutputText.WriteLine($"{report.SourceName}: {report.Read} rows read, {report.Written} written");
        foreach (var (rule, count) in report.Dropped) terminal.OutputText.WriteLine($"  {count,8} dropped: {rule}");
    }

    private static IEnumerable<string> Texts(string? path)
    {
        if (path is null) yield break;
        using var input = ReviewInput.Open(path);
        using var source = input.Reviews();
        foreach (var row in source.Read())
            if (row.Review is { } review) yield return review.Text;
    }
}
