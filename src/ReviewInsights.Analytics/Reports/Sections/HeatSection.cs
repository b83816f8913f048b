using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>Aspects by stages. The heat map is a table with coloured cells: it prints, and needs neither script nor a second table.</summary>
internal static class HeatSection
{
    // Blue to orange over white: told apart with every common colour blindness. Odd, so that the middle is neutral.
    private const int Levels = 9;

    public static void Write(SectionWriter page)
    {
        var (html, text, heat) = (page.Html, page.Text, page.Report.Heat);
        page.Open("heat", text.HeatTitle, text.HeatLead);
        if (heat.IsEmpty)
        {
            page.Missing(text.HeatNone);
            page.Close();
            return;
        }

        var stages = page.Report.Journey.Curve.Points.Select(p => p.Stage).ToList();
        stages.AddRange(heat.Select(c => c.Stage).Distinct(StringComparer.Ordinal).Except(stages).Order(StringComparer.Ordinal));
        var aspects = heat.GroupBy(c => c.Aspect, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(c => c.Positive + c.Negative)).ThenBy(g => g.Key, StringComparer.Ordinal);
        html.Add($"<p class=\"legend\" aria-hidden=\"true\"><span>{text.Legend} 0%</span>");
        for (var level = 0; level < Levels; level++) html.Add($"<i class=\"h{F.Count(level)}\"></i>");
        html.Add($"<span>100%</span></p><div class=\"card heat\">");
        page.OpenTable(text.HeatCaption, [text.Aspect, .. stages.Select(s => s == Lexicon.NoStageCode ? text.NoStage : page.Stage(s))]);
        foreach (var aspect in aspects)
        {
            html.Add($"<tr><th scope=\"row\">{page.Aspect(aspect.Key)}</th>");
            foreach (var stage in stages) Cell(aspect.FirstOrDefault(c => c.Stage == stage));
            html.Add($"</tr>");
        }

        page.CloseTable();
        html.Add($"</div>");
        page.Close();

        void Cell(HeatCell cell)
        {
            var n = cell.Positive + cell.Negative;
            if (n == 0)
            {
                html.Add($"<td class=\"empty\"><span class=\"sr\">{text.NoData}</span></td>");
                return;
            }

            var share = (double)cell.Negative / n;
            var level = n < CurveOptions.MinimumReviewsForEstimate ? "few" : "h" + F.Count(Math.Min((int)(share * Levels), Levels - 1));
            html.Add($"<td class=\"{level}\">{F.Percent(Math.Round(share, 2))}<small>{F.Count(n)}</small></td>");
        }
    }
}
