using System.CommandLine;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that choose lexicon and aspects; shared by all commands that analyse.</summary>
internal sealed class AnalyzerOptions
{
    private readonly Option<string[]> _lexicons;
    private readonly Option<string?> _aspects;

    public AnalyzerOptions(Terminal terminal, Command command)
    {
        _lexicons = new Option<string[]>("--lexicon")
        {
            Description = terminal.Say(
                "Lexicon to lay over the built-in one: a table (.tsv), or a compiled one (.rilex) to use in its place; repeatable",
                "叠加在内置词典之上的词表（.tsv），或替代它的已编译词典（.rilex）；可重复"),
            DefaultValueFactory = _ => [],
        };
        _aspects = new Option<string?>("--aspects")
        {
            Description = terminal.Say("Report only these aspects, separated by commas", "只报告这些方面，以逗号分隔"),
        };
        command.Add(_lexicons);
        command.Add(_aspects);
    }

    public ReviewAnalyzer Create(ParseResult parsed, bool keepTokens = false)
    {
        var lexicon = LexiconLayers.Load(parsed.GetValue(_lexicons)!);
        var aspects = parsed.GetValue(_aspects)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        try
        {
            return ReviewAnalyzer.Create(lexicon, new ReviewAnalyzerOptions { KeepTokens = keepTokens, Aspects = [.. aspects] });
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
