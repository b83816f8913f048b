using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using ReviewInsights.IO;
using ReviewInsights.IO.Json;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>segment [INPUT]</c>: one text a line in, its words out.</summary>
internal static class SegmentCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("INPUT")
        {
            Description = terminal.Say("Text file, one text a line, plain or gzip; - is standard input", "文本文件，每行一条，可为 gzip；- 表示标准输入"),
            DefaultValueFactory = _ => "-",
        };
        var output = new Option<string?>("--output", "-o") { Description = terminal.Say("File to write instead of standard output", "写入文件而不是标准输出") };
        var json = new Option<bool>("--json") { Description = terminal.Say("Write spans and word classes as JSON", "以 JSON 输出位置和词性") };
        var tags = new Option<bool>("--tags") { Description = terminal.Say("Write the word class behind each word: 手机/n", "在词后输出词性：手机/n") };
        var mode = new Option<SegmentationMode>("--mode")
        {
            Description = terminal.Say("precise, full (all words, overlapping) or search (precise and the words inside long ones)", "precise 精确、full 全模式或 search 搜索引擎模式"),
            DefaultValueFactory = _ => SegmentationMode.Precise,
        };
        var joinUnknown = new Option<bool>("--join-unknown") { Description = terminal.Say("Join neighbouring characters that are no words", "合并相邻的未登录单字") };
        var encoding = new Option<string>("--encoding") { Description = terminal.Say("Encoding of the input", "输入编码"), DefaultValueFactory = _ => "auto" };
        var command = new Command("segment", terminal.Say("Cuts texts into words.", "中文分词。")) { input, output, json, tags, mode, joinUnknown, encoding };
        var analyzerOptions = new AnalyzerOptions(terminal, command, findsOpinions: false);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(input)!;
            OutputGuard.Check(terminal, [path], parsed.GetValue(output));
            var segmenter = Segmenter.Create(analyzerOptions.LoadLexicon(parsed), new SegmenterOptions { JoinUnknown = parsed.GetValue(joinUnknown) });
            var cut = new Cutter(segmenter.OpenSession(), parsed.GetValue(mode));
            var options = new ReviewReaderOptions { Format = InputFormat.Lines, Encoding = parsed.GetValue(encoding)!, RejectBlankLines = true };
            using var reader = InputOptions.Open(terminal, path, options);
            using var source = reader.Reviews();
            Layout layout = parsed.GetValue(json) ? WriteJson : parsed.GetValue(tags) ? WriteTagged : WriteWords;
            if (parsed.GetValue(output) is not { } name || name == "-")
            {
                Write(source, cut, terminal.OutputText, layout, terminal.Cancellation);
                return ExitCode.Done;
            }
            using var file = PartialFile.Create(name);
            using (var writer = new StreamWriter(file.Stream, leaveOpen: true)) Write(source, cut, writer, layout, terminal.Cancellation);
            file.Commit();
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReviewSource source, Cutter cut, StreamWriter output, Layout write, CancellationToken cancellation)
    {
        foreach (var row in source.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var text = row.Review?.Text ?? "";
            write(output, text, cut.Session.Segment(text, cut.Mode));
            // Whoever types or pipes line by line waits for the answer.
            if (!source.HasBufferedRow) output.Flush();
        }
    }

    private delegate void Layout(StreamWriter output, string text, ReadOnlySpan<Token> tokens);

    private sealed record Cutter(SegmenterSession Session, SegmentationMode Mode);

    private static void WriteTagged(StreamWriter output, string text, ReadOnlySpan<Token> tokens)
    {
        var isFirst = true;
        foreach (var token in tokens)
        {
            if (token.Tag == WordTag.Space) continue;
            if (!isFirst) output.Write(' ');
            output.Write(token.Span.Of(text));
            output.Write('/');
            output.Write(token.Tag.ToCode());
            isFirst = false;
        }
        output.Write('\n');
    }

    private static void WriteWords(StreamWriter output, string text, ReadOnlySpan<Token> tokens)
    {
        var isFirst = true;
        foreach (var token in tokens)
        {
            if (token.Tag == WordTag.Space) continue;
            if (!isFirst) output.Write(' ');
            output.Write(token.Span.Of(text));
            isFirst = false;
        }
        output.Write('\n');
    }

    private static void WriteJson(StreamWriter output, string text, ReadOnlySpan<Token> tokens)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var token in tokens)
            {
                writer.WriteStartObject();
                JsonStrings.Write(writer, "word", token.Span.Of(text).ToString());
                writer.WriteStartArray("span");
                writer.WriteNumberValue(token.Span.Start);
                writer.WriteNumberValue(token.Span.Length);
                writer.WriteEndArray();
                writer.WriteString("tag", token.Tag.ToString().ToLowerInvariant());
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }
}
