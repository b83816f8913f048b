using F = ReviewInsights.Analytics.Reports.Figures;

namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>What the data lacks, and what follows from it.</summary>
internal static class QualitySection
{
    public static void Write(SectionWriter page)
    {
        var (html, text, quality) = (page.Html, page.Text, page.Report.Quality);
        page.Open("quality", text.QualityTitle, text.QualityLead);
        html.Add($"<div class=\"card\">");
        page.OpenTable(text.QualityTitle, text.Item, text.Reviews, text.Share, text.Effect);
        page.Row(text.Read, F.Count(quality.Reviews), "", "");
        Row(text.Rejected, quality.Rejected, quality.Reviews + quality.Rejected, text.EffectRejected);
        Row(text.Silent, quality.Silent, quality.Reviews, text.EffectSilent);
        Row(text.WithoutText, quality.WithoutText, quality.Reviews, text.EffectText);
        Row(text.WithoutTime, quality.WithoutTime, quality.Reviews, text.EffectTime);
        Row(text.WithoutGroup, quality.WithoutGroup, quality.Reviews, text.EffectGroup);
        Row(text.WithoutRating, quality.WithoutRating, quality.Reviews, text.EffectRating);
        page.CloseTable();
        html.Add($"<p class=\"quiet\">{(page.Report.Lexicons.IsEmpty ? text.NoLexicons : text.Lexicons(string.Join(", ", page.Report.Lexicons)))}</p></div>");
        page.Close();

        void Row(string name, long count, long of, string effect) =>
            page.Row(name, F.Count(count), of == 0 ? "–" : F.Percent((double)count / of), count == 0 ? text.Complete : effect);
    }
}
