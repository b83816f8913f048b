using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>What is praised and blamed, against the period before.</summary>
internal static class FeedbackSection
{
    public static void Write(SectionWriter page)
    {
        var (html, text, feedback) = (page.Html, page.Text, page.Report.Feedback);
        page.Open("feedback", text.FeedbackTitle, text.FeedbackLead);
        if (feedback.IsEmpty)
        {
            page.Missing(text.FeedbackNone);
            page.Close();
            return;
        }

        if (feedback.All(f => f.Before is null)) page.Missing(text.FeedbackNoBefore);
        var most = Math.Max(1, feedback.Max(f => Math.Max(f.Now.Positive, f.Now.Negative)));
        html.Add($"<div class=\"card\">");
        page.OpenTable(text.FeedbackTitle, text.Aspect, text.Balance, text.BlameColumn, text.Praise, text.NegativeShare, text.Before, text.Change, text.Verdict);
        foreach (var item in feedback)
        {
            var (now, before) = (item.Now.Blame, item.Before?.Blame);
            html.Add($"<tr><th scope=\"row\">{page.Aspect(item.Aspect)}</th>");
            html.Add($"<td class=\"balance\"><span aria-hidden=\"true\" style=\"--n:{F.Css((double)item.Now.Negative / most)};--p:{F.Css((double)item.Now.Positive / most)}\"><i></i><i></i></span></td>");
            html.Add($"<td>{F.Count(item.Now.Negative)}</td><td>{F.Count(item.Now.Positive)}</td><td>{Share(now)}</td><td>{Share(before)}</td>");
            html.Add($"<td>{Change(now, before, item.Difference)}</td><td>{Verdict(item.Difference)}</td></tr>");
        }

        page.CloseTable();
        html.Add($"</div>");
        page.Close();

        string Verdict(Interval? difference) => difference switch
        {
            null => text.Unknown,
            { Low: > 0 } => text.Worse,
            { High: < 0 } => text.Better,
            _ => text.Unclear,
        };
    }

    private static string Share(double? share) => share is { } s ? F.Percent(s) : "–";

    private static string Change(double? now, double? before, Interval? difference) =>
        now is { } n && before is { } b
            ? F.Points(n - b) + (difference is { } d ? $" ({F.Points(d.Low)} … {F.Points(d.High)})" : "")
            : "–";
}
