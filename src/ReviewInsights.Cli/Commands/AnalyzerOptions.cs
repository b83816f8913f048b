using System.CommandLine;

namespace ReviewInsights.Cli.Commands;

/// <summary>The options that choose lexicon and aspects; shared by all commands that read text.</summary>
internal sealed class AnalyzerOptions
{
    private readonly Option<string[]> _lexicons;
    private readonly Option<string[]> _userDictionaries;
    private readonly Option<string?> _aspects;
    private readonly Option<bool> _rulesOnly;

    /// <param name="terminal">Says what an option does, in the user's language.</param>
    /// <param name="command">Takes the options.</param>
    /// <param name="findsOpinions">False where only words are wanted.</param>
    public AnalyzerOptions(Terminal terminal, Command command, bool findsOpinions = true)
    {
        _lexicons = new Option<string[]>("--lexicon")
        {
            Description = terminal.Say(
                "Lexicon to lay over the built-in one: a table (.tsv), a trained model (.rimodel), or a compiled one (.rilex) to use in its place; repeatable",
                "叠加在内置词典之上的词表（.tsv）、训练好的模型（.rimodel），或替代它的已编译词典（.rilex）；可重复"),
            DefaultValueFactory = _ => [],
        };
        _userDictionaries = new Option<string[]>("--user-dict")
        {
            Description = terminal.Say(
                "Words of your own in jieba's user dictionary format (word [frequency] [tag]); repeatable",
                "结巴格式的用户词典（词 [词频] [词性]）；可重复"),
            DefaultValueFactory = _ => [],
        };
        _aspects = new Option<string?>("--aspects")
        {
            Description = terminal.Say("Report only these aspects, separated by commas", "只报告这些方面，以逗号分隔"),
        };
        _rulesOnly = new Option<bool>("--rules-only")
        {
            Description = terminal.Say("Find opinions by lexicon and rules alone, without the trained model", "只用词典和规则，不用训练好的模型"),
        };
        command.Add(_lexicons);
        command.Add(_userDictionaries);
        if (!findsOpinions) return;
        command.Add(_aspects);
        command.Add(_rulesOnly);
    }

    /// <summary>What decides the analysis beside the lexicon, for a journal.</summary>
    public string Describe(ParseResult parsed) => $"aspects {parsed.GetValue(_aspects) ?? "all"}{(parsed.GetValue(_rulesOnly) ? ", rules only" : "")}";

    public Lexicon LoadLexicon(ParseResult parsed) => LexiconLayers.Load(parsed.GetValue(_lexicons)!, parsed.GetValue(_userDictionaries)!);

    public ReviewAnalyzer Create(ParseResult parsed, bool keepTokens = false)
    {
        var lexicon = LoadLexicon(parsed);
        var aspects = parsed.GetValue(_aspects)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        try
        {
            return ReviewAnalyzer.Create(lexicon, new ReviewAnalyzerOptions { KeepTokens = keepTokens, Aspects = [.. aspects], RulesOnly = parsed.GetValue(_rulesOnly) });
        }
        catch (ArgumentException e)
        {
            // What the framework says behind it names a parameter that the user did not write.
            throw new UsageException($"--aspects: {e.Message.Split(" (Parameter", 2)[0]}");
        }
    }
}
