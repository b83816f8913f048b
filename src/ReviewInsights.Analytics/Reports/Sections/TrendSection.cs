using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>The share of negative reviews over time, with lasting changes and promotion phases.</summary>
internal static class TrendSection
{
    public static void Write(SectionWriter page)
    {
        var (html, text) = (page.Html, page.Text);
        if (page.Report.Trend is not { Buckets: [var first, ..] } trend)
        {
            page.Open("trend", text.TrendTitle, text.TrendHeadingLead);
            page.Missing(text.TrendNone);
            page.Close();
            return;
        }

        page.Open("trend", text.TrendTitle, text.TrendLead(text.Unit(trend.Unit)));
        var last = trend.Buckets[^1];
        html.Add($"<div class=\"card\">");
        page.Chart("trend", text.TrendAria(F.Day(first.Start), F.Day(last.Start),
            Level(trend.Changes is [var c, ..] ? c.Before.Value : Overall(trend)),
            Level(trend.Changes is [.., var e] ? e.After.Value : Overall(trend)), F.Count(trend.Changes.Length)));
        html.Add($"</div><div class=\"pair\"><div><h3>{text.Changes}</h3>");
        if (trend.Changes.IsEmpty) page.Missing(text.NoChanges);
        else html.Add($"<ul class=\"plain\">");
        foreach (var change in trend.Changes)
        {
            html.Add($"<li><strong>{text.ChangeAt(F.Day(trend.Buckets[change.Bucket].Start), F.Percent(change.Before.Value), F.Percent(change.After.Value))}</strong>");
            html.Add($"<span class=\"quiet\">{text.ChangeInterval(F.Points(change.Difference.Low), F.Points(change.Difference.High))}</span></li>");
        }

        if (!trend.Changes.IsEmpty) html.Add($"</ul>");
        html.Add($"</div><div><h3>{text.Phases}</h3>");
        if (trend.Phases.IsEmpty) page.Missing(text.NoPhases);
        else html.Add($"<ul class=\"plain\">");
        foreach (var phase in trend.Phases)
            html.Add($"<li><strong>{phase.Name}</strong><span class=\"quiet\">{text.Period(F.Day(phase.From), F.Day(phase.To))}</span></li>");
        if (!trend.Phases.IsEmpty) html.Add($"</ul>");
        html.Add($"</div></div>");

        page.OpenDetails(text.TableBehind, text.From, text.Reviews, text.Negative, text.NegativeShare, text.Interval);
        foreach (var bucket in trend.Buckets)
        {
            page.Row(F.Day(bucket.Start), F.Count(bucket.Reviews), F.Count(bucket.Negative), bucket.Share is { } share ? F.Percent(share.Value) : "–",
                bucket.Share is { } known ? F.Range(known.Interval, F.Percent) : "–");
        }

        page.CloseDetails();
        page.Close();
        static string Level(double? share) => share is { } s ? F.Percent(s) : "–";
    }

    /// <summary>Share over all buckets, or null without reviews.</summary>
    public static double? Overall(ReportTrend trend) =>
        trend.Buckets.Sum(b => b.Reviews) is > 0 and var reviews ? (double)trend.Buckets.Sum(b => b.Negative) / reviews : null;
}
