using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>Small multiples: the journeys of the groups on one scale.</summary>
internal static class GroupSection
{
    /// <summary>More than this many curves are looked up, not compared.</summary>
    public const int MaximumCharts = 24;

    public static void Write(SectionWriter page)
    {
        var (html, text, groups) = (page.Html, page.Text, page.Report.Groups);
        if (groups.IsEmpty)
        {
            page.Open("groups", text.GroupHeading, text.GroupMissing);
            page.Missing(text.GroupNone);
            page.Close();
            return;
        }

        page.Open("groups", text.GroupTitle(text.By(page.Report.By ?? text.Group)),
            text.GroupLead(F.Count(Math.Min(groups.Length, MaximumCharts)), F.Count(groups.Length)));
        html.Add($"<ul class=\"multiples\">");
        foreach (var (group, index) in groups.Take(MaximumCharts).Select((g, i) => (g, i)))
        {
            html.Add($"<li class=\"card\"><h3>{group.Key}</h3><p class=\"quiet\">{text.ReviewCount(F.Count(group.Journey.Curve.Reviews))}</p>");
            if (group.Journey.Curve.Summary is null) page.Missing(text.CurveNone);
            else page.Chart($"group-{F.Count(index)}", $"{group.Key}: " + string.Join(", ", group.Journey.Curve.Points.Select(p => $"{page.Stage(p.Stage)} {text.Estimate(p.Estimate)}")));
            var lost = group.Journey.Curve.Breakpoints is [var b, ..];
            html.Add($"<p class=\"{(lost ? "badge lost" : "badge")}\">{Breakpoint(group)}</p></li>");
        }

        html.Add($"</ul>");
        page.OpenDetails(text.TableBehind, [text.Group, text.Reviews, text.Mean,
            .. page.Report.Journey.Curve.Points.Select(p => page.Stage(p.Stage)), text.Breakpoint, text.MainCause]);
        foreach (var group in groups)
        {
            var curve = group.Journey.Curve;
            page.Row(group.Key, [F.Count(curve.Reviews), curve.Summary is { } s ? F.Score(s.Mean) : text.NoEstimate,
                .. page.Report.Journey.Curve.Points.Select(p => text.Estimate(curve.Points.FirstOrDefault(own => own.Stage == p.Stage)?.Estimate)),
                Breakpoint(group), group.Journey.Diagnoses is [{ Causes: [var cause, ..] }, ..] ? page.Cause(cause) : "–"]);
        }

        page.CloseDetails();
        page.Close();

        string Breakpoint(GroupJourney group) => group.Journey.Curve.Breakpoints is [var worst, ..]
            ? text.GroupBreakpoint(page.Stage(worst.Stage), F.Score(worst.Change))
            : text.NoBreakpoint;
    }
}
