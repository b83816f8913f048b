using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>The ten worst and the ten best groups.</summary>
internal static class RankingSection
{
    public static void Write(SectionWriter page)
    {
        var (html, text, report) = (page.Html, page.Text, page.Report);
        page.Open("ranking", text.RankingTitle, text.RankingLead);
        if (report.By is null || (report.Worst.IsEmpty && report.Best.IsEmpty))
        {
            page.Missing(report.By is null ? text.RankingNone : text.RankingEmpty);
            page.Close();
            return;
        }

        html.Add($"<div class=\"pair\">");
        Table(text.WorstTen, "negative", report.Worst);
        Table(text.BestTen, "positive", report.Best);
        html.Add($"</div>");
        page.Close();

        void Table(string title, string tone, IEnumerable<RankedGroup> groups)
        {
            html.Add($"<div class=\"card rank {tone}\"><h3>{title}</h3>");
            if (!groups.Any())
            {
                page.Missing(text.RankingEmpty);
                html.Add($"</div>");
                return;
            }

            page.OpenTable(title, text.Group, text.Reviews, text.Hits, text.Rate, text.Bound, text.Excess);
            foreach (var group in groups)
            {
                html.Add($"<tr><th scope=\"row\">{group.Key}</th><td>{F.Count(group.Reviews)}</td><td>{F.Count(group.Hits)}</td><td>{F.Percent(group.Rate)}</td>");
                html.Add($"<td><span class=\"meter\" style=\"--v:{F.Css(Math.Clamp(group.Bound, 0, 1))}\"></span>{F.Percent(group.Bound)}</td><td>{F.Excess(group.Excess)}</td></tr>");
            }

            page.CloseTable();
            html.Add($"</div>");
        }
    }
}
