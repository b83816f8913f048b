using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>The top of the page: what it is about, the finding in one sentence, the way to every section.</summary>
internal static class HeaderSection
{
    public static void Write(SectionWriter page)
    {
        var (html, text, report) = (page.Html, page.Text, page.Report);
        html.Add($"<a class=\"skip\" href=\"#main\">{text.Skip}</a>");
        html.Add($"<header class=\"top\"><div class=\"bar\"><p class=\"brand\">{text.ReportName}</p>");
        html.Add($"<div class=\"tools\"><button type=\"button\" id=\"theme\" aria-pressed=\"false\">{text.DarkMode}</button>");
        html.Add($"<button type=\"button\" id=\"print\">{text.PrintPage}</button></div></div>");
        html.Add($"<h1>{report.Title}</h1>");
        html.Add($"<p class=\"finding\">{Finding(page)}</p>");
        html.Add($"<dl class=\"tiles\">");
        Tile(text.ReviewsTile, F.Count(report.Quality.Reviews));
        Tile(text.PeriodTile, report.Quality is { From: { } from, To: { } to } ? text.Period(F.Day(from), F.Day(to)) : text.NoPeriod);
        if (report.Journey.Curve.Summary is { } summary)
        {
            Tile(text.MeanTile, F.Score(summary.Mean));
            Tile(text.PeakEndTile, F.Score(summary.PeakEnd));
        }

        Tile(text.BreakpointTile, F.Count(report.Journey.Curve.Breakpoints.Length));
        html.Add($"</dl></header>");
        html.Add($"<nav aria-label=\"{text.Contents}\"><ul>");
        Link("curve", text.CurveTitle);
        Link("diagnosis", text.DiagnosisTitle);
        Link("groups", text.GroupHeading);
        Link("heat", text.HeatTitle);
        Link("trend", text.TrendTitle);
        Link("ranking", text.RankingTitle);
        Link("feedback", text.FeedbackTitle);
        Link("quality", text.QualityTitle);
        Link("glossary", text.GlossaryTitle);
        html.Add($"</ul></nav>");

        void Tile(string name, string value) => html.Add($"<div><dt>{name}</dt><dd>{value}</dd></div>");
        void Link(string id, string name) => html.Add($"<li><a href=\"#{id}\">{name}</a></li>");
    }

    private static string Finding(SectionWriter page)
    {
        var (text, journey) = (page.Text, page.Report.Journey);
        if (journey.Curve.Summary is not { } summary) return text.FindingNothing;
        if (journey.Curve.Breakpoints is not [var worst, ..]) return text.FindingNone(F.Score(summary.Mean));
        var finding = worst.From is { } from
            ? text.FindingStep(page.Stage(worst.Stage), page.Stage(from), F.Drop(worst.Change))
            : text.FindingValley(page.Stage(worst.Stage), F.Drop(worst.Change));
        return journey.Diagnoses is [{ Causes: [var cause, ..] }, ..]
            ? finding + (page.Text.Code == "en" ? " " : "") + text.FindingCause(page.Cause(cause), F.Percent(cause.Contribution))
            : finding;
    }
}
