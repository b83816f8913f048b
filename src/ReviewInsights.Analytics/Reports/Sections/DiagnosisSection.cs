using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>One card a breakpoint: how much, why, in whose words, and what to do.</summary>
internal static class DiagnosisSection
{
    private const int MaximumQuotes = 5;

    public static void Write(SectionWriter page)
    {
        var text = page.Text;
        page.Open("diagnosis", text.DiagnosisTitle, text.DiagnosisLead);
        if (page.Report.Journey.Diagnoses.IsEmpty) page.Missing(text.DiagnosisNone);
        for (var i = 0; i < page.Report.Journey.Diagnoses.Length; i++) Card(page, page.Report.Journey.Diagnoses[i], F.Count(i + 1));
        page.Close();
    }

    /// <summary>A clause with its evidence marked. A span outside the text marks nothing; the clause is shown all the same.</summary>
    public static void Quoted(Html html, Quote quote)
    {
        var (text, span) = (quote.Text, quote.Evidence);
        if (span.Start < 0 || span.Length <= 0 || span.Start > text.Length - span.Length) html.Add($"<blockquote>{text}</blockquote>");
        else html.Add($"<blockquote>{text[..span.Start]}<mark>{text[span.Start..span.End]}</mark>{text[span.End..]}</blockquote>");
    }

    private static void Card(SectionWriter page, StageDiagnosis diagnosis, string number)
    {
        var (html, text, breakpoint) = (page.Html, page.Text, diagnosis.Breakpoint);
        html.Add($"<article class=\"card diagnosis\" id=\"breakpoint-{number}\" aria-labelledby=\"breakpoint-{number}-h\">");
        html.Add($"<header><h3 id=\"breakpoint-{number}-h\"><span class=\"number\">{number}</span>{page.Stage(breakpoint.Stage)}</h3>");
        html.Add($"<p class=\"loss big\">{F.Score(breakpoint.Change)}</p>");
        html.Add($"<p class=\"quiet\">{(breakpoint.From is { } from ? text.FromStage(page.Stage(from)) : text.FromMean)} · {text.SpeakOf(F.Count(breakpoint.Reviews))}</p>");
        html.Add($"<p class=\"quiet\">{text.PlainP(F.P(breakpoint.PValue), F.Percent(Math.Max(breakpoint.PValue, 0.001)))}</p></header>");
        html.Add($"<div class=\"causes\">");
        if (diagnosis.Causes.IsEmpty) page.Missing(text.NoCauses);
        foreach (var cause in diagnosis.Causes) Cause(page, cause);
        html.Add($"</div></article>");
    }

    private static void Cause(SectionWriter page, DiagnosedCause cause)
    {
        var (html, text) = (page.Html, page.Text);
        html.Add($"<section class=\"cause\"><h4>{page.Cause(cause)}</h4>");
        html.Add($"<p class=\"share\"><span class=\"meter\" style=\"--v:{F.Css(Math.Clamp(cause.Contribution, 0, 1))}\"></span>{text.OfTheFall(F.Percent(cause.Contribution))} · {text.Blame(F.Count(cause.Reviews))}</p>");
        if (!cause.Expressions.IsEmpty)
        {
            html.Add($"<h5>{text.Expressions}</h5><ul class=\"chips\">");
            foreach (var (expression, count) in cause.Expressions) html.Add($"<li>{expression} <b>{F.Count(count)}</b></li>");
            html.Add($"</ul>");
        }

        html.Add($"<h5>{text.Quotes}</h5>");
        if (cause.Quotes.IsEmpty) page.Missing(text.NoQuotes);
        foreach (var quote in cause.Quotes.Take(MaximumQuotes)) Quoted(html, quote);
        html.Add($"<h5>{text.Actions}</h5>");
        if (cause.Actions.IsEmpty) page.Missing(text.NoActions);
        foreach (var action in cause.Actions)
        {
            html.Add($"<div class=\"action\"><p><strong>{text.Of(action.Action)}</strong></p><p class=\"quiet\">{text.Of(action.Cause)}</p>");
            html.Add($"<dl><div><dt>{text.Owner}</dt><dd>{text.Of(action.Owner)}</dd></div><div><dt>{text.Measure}</dt><dd>{text.Of(action.Measure)}</dd></div></dl></div>");
        }

        html.Add($"</section>");
    }
}
