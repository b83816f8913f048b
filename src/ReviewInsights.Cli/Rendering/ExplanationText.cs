using System.Globalization;

namespace ReviewInsights.Cli.Rendering;

/// <summary>Draws an analysis as plain text: tokens, clauses, and each opinion with its chain of evidence.</summary>
internal sealed class ExplanationText(Terminal terminal, LexiconInfo lexicon)
{
    public void Write(TextWriter output, ReviewAnalysis analysis)
    {
        var text = analysis.Review.Text;
        output.WriteLine(text);
        output.WriteLine();
        output.WriteLine($"{terminal.Say("tokens ", "分词")}  {string.Join(" | ", analysis.Tokens.Where(t => t.Tag != WordTag.Space).Select(t => Shown(t.Span, text)))}");
        output.WriteLine($"{terminal.Say("clauses", "分句")}  {string.Join(" ‖ ", analysis.Clauses.Select(c => Shown(c, text)))}");
        output.WriteLine($"{terminal.Say("overall", "总体")}  {Name(analysis.Overall.Polarity)} {Number(analysis.Overall.Score)} ({analysis.Overall.Confidence.ToString("P0", CultureInfo.InvariantCulture)})");
        if (analysis.Suggestion is { } suggestion) output.WriteLine($"{terminal.Say("wish   ", "建议")}  {Shown(suggestion, text)}");
        if (analysis.Opinions.IsEmpty) output.WriteLine(terminal.Say("no opinion found", "没有发现观点"));
        foreach (var opinion in analysis.Opinions) WriteOpinion(output, opinion, text);
    }

    private void WriteOpinion(TextWriter output, Opinion opinion, string text)
    {
        output.WriteLine();
        output.WriteLine($"{AspectName(opinion)} · {Name(opinion.Polarity)} {Number(opinion.Score)} · {StageName(opinion.Stage)} · \"{Shown(opinion.Expression, text)}\"");
        foreach (var step in opinion.Evidence)
            output.WriteLine($"    {Padded(Kind(step.Kind), 14)}{Padded(Shown(step.Span, text), 14)}{Number(step.Before)} → {Number(step.After)}   {step.Rule}");
    }

    private string AspectName(Opinion opinion)
    {
        var name = lexicon.AspectNames[opinion.Aspect];
        var aspect = terminal.Say(name.English, name.Chinese);
        return opinion.Attribute is { } attribute ? $"{aspect} / {terminal.Say(lexicon.AspectNames[attribute].English, lexicon.AspectNames[attribute].Chinese)}" : aspect;
    }

    private string StageName(string stage) => lexicon.StageNames.TryGetValue(stage, out var name)
        ? terminal.Say(name.English, name.Chinese)
        : terminal.Say("no stage", "无阶段");

    private string Name(Polarity polarity) => polarity switch
    {
        Polarity.Positive => terminal.Say("positive", "正面"),
        Polarity.Negative => terminal.Say("negative", "负面"),
        Polarity.Mixed => terminal.Say("mixed", "褒贬不一"),
        _ => terminal.Say("neutral", "中性"),
    };

    private string Kind(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Lexicon => terminal.Say("lexicon", "词典"),
        EvidenceKind.Negation => terminal.Say("negation", "否定"),
        EvidenceKind.Degree => terminal.Say("degree", "程度"),
        EvidenceKind.Contrast => terminal.Say("contrast", "转折"),
        EvidenceKind.Hypothetical => terminal.Say("hypothetical", "假设"),
        EvidenceKind.Question => terminal.Say("question", "疑问"),
        _ => terminal.Say("model", "模型"),
    };

    private static string Number(double score) => score.ToString("+0.00;-0.00; 0.00", CultureInfo.InvariantCulture);

    private static string Padded(string text, int width) => text + new string(' ', Math.Max(1, width - DisplayWidth.Of(text)));

    /// <summary>The wording, with control characters made visible: a review must not move the cursor.</summary>
    private static string Shown(TextSpan span, string text) =>
        string.Concat(span.Of(text).ToString().Select(c => char.IsControl(c) || c is '\u202E' or '\u202D' ? '\u00B7' : c));
}
