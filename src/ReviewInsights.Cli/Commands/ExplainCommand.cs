using System.Buffers;
using System.CommandLine;
using ReviewInsights.Cli.Rendering;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Commands;

/// <summary><c>explain TEXT</c>: one review, drawn for a person.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var text = new Argument<string>("TEXT") { Description = terminal.Say("The review", "评论") };
        var json = new Option<bool>("--json") { Description = terminal.Say("Write the record of tag --explain", "输出 tag --explain 的记录") };
        var command = new Command("explain", terminal.Say("Shows how one review is understood, step by step.", "逐步展示一条评论如何被理解。")) { text, json };
        var analyzerOptions = new AnalyzerOptions(terminal, command);
        command.SetAction(parsed =>
        {
            var analyzer = analyzerOptions.Create(parsed, keepTokens: true);
            var analysis = analyzer.Analyze(new Review("1", parsed.GetValue(text)!));
            if (!parsed.GetValue(json))
            {
                new ExplanationText(terminal, analyzer.Lexicon.Info).Write(terminal.OutputText, analysis);
                return ExitCode.Done;
            }
            var record = new ArrayBufferWriter<byte>();
            new NdjsonFormat { IncludeEvidence = true, IncludeText = true }.WriteRow(record, analysis);
            terminal.Output.Write(record.WrittenSpan);
            return ExitCode.Done;
        });
        return command;
    }
}
