using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>The curve over all reviews, with what stands behind its breakpoints beside it.</summary>
internal static class CurveSection
{
    public static void Write(SectionWriter page)
    {
        var (html, text, curve) = (page.Html, page.Text, page.Report.Journey.Curve);
        page.Open("curve", text.CurveTitle, text.CurveLead);
        if (curve.Summary is null)
        {
            page.Missing(text.CurveNone);
        }
        else
        {
            html.Add($"<div class=\"beside\"><div class=\"card\">");
            page.Chart("curve", text.CurveAria(string.Join(text.Code == "en" ? "; " : "；", curve.Points.Select(p =>
                text.CurvePointAria(page.Stage(p.Stage), text.Estimate(p.Estimate), F.Count(p.Reviews))))));
            html.Add($"</div>");
            if (page.Report.Journey.Diagnoses.Length > 0) Notes(page);
            html.Add($"</div>");
        }

        page.OpenDetails(text.TableBehind, text.Stage, text.Reviews, text.Coverage, text.Mean, text.Interval, text.Positive, text.Neutral,
            text.Negative, text.Reliability, text.Criticised, text.Praised);
        foreach (var point in curve.Points)
        {
            var e = point.Estimate;
            page.Row(page.Stage(point.Stage), F.Count(point.Reviews), F.Percent(point.Coverage), text.Estimate(e),
                e is null ? "–" : F.Range(e.Interval, F.Score), Share(e?.Positive), Share(e?.Neutral), Share(e?.Negative),
                text.Reliable(point.Reliability), Aspects(point.NegativeAspects), Aspects(point.PositiveAspects));
        }

        page.CloseDetails();
        page.Close();

        static string Share(Share? share) => share is { } s ? F.Percent(s.Value) : "–";
        string Aspects(IEnumerable<AspectCount> aspects) =>
            string.Join(text.Code == "en" ? ", " : "、", aspects.Select(a => $"{page.Aspect(a.Aspect)} {F.Count(a.Reviews)}")) is { Length: > 0 } list ? list : "–";
    }

    private static void Notes(SectionWriter page)
    {
        var (html, text) = (page.Html, page.Text);
        html.Add($"<aside class=\"notes\" aria-label=\"{text.BreakpointNotes}\"><h3>{text.BreakpointNotes}</h3><ol>");
        for (var i = 0; i < page.Report.Journey.Diagnoses.Length; i++)
        {
            var (breakpoint, causes) = page.Report.Journey.Diagnoses[i];
            html.Add($"<li><p><strong>{page.Stage(breakpoint.Stage)}</strong> <span class=\"loss\">{F.Score(breakpoint.Change)}</span></p>");
            if (causes is [var cause, ..])
            {
                html.Add($"<p>{page.Cause(cause)} · {text.OfTheFall(F.Percent(cause.Contribution))}</p>");
                if (cause.Quotes is [var quote, ..]) DiagnosisSection.Quoted(html, quote);
            }

            html.Add($"<p><a href=\"#breakpoint-{F.Count(i + 1)}\">{text.Details}<span class=\"sr\"> {page.Stage(breakpoint.Stage)}</span></a></p></li>");
        }

        html.Add($"</ol></aside>");
    }
}
