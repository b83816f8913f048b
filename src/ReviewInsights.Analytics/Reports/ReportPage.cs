using ReviewInsights.Analytics.Reports.Sections;

namespace ReviewInsights.Analytics.Reports;

/// <summary>Puts the page together: the template, with its slots filled in the order they stand in it.</summary>
internal static class ReportPage
{
    public static void Write(ReviewReport report, ReportText text, TextWriter writer)
    {
        var html = new Html(writer);
        var template = ReportAssets.Template.AsSpan();
        for (int at; (at = template.IndexOf("{{", StringComparison.Ordinal)) >= 0;)
        {
            var length = template[at..].IndexOf("}}", StringComparison.Ordinal);
            writer.Write(template[..at]);
            Fill(template.Slice(at + 2, length - 2));
            template = template[(at + length + 2)..];
        }

        writer.Write(template);

        void Fill(ReadOnlySpan<char> slot)
        {
            switch (slot)
            {
                case "lang": writer.Write(text.Code); break;
                case "scripts":
                    writer.Write(ReportAssets.Hash(ReportAssets.Charts) + " " + ReportAssets.Hash(ReportAssets.Script));
                    break;
                case "title": html.Add($"{report.Title} · {text.ReportName}"); break;
                case "style": writer.Write(ReportAssets.Style); break;
                case "body": Body(); break;
                case "data": ChartData.Write(writer, report, text); break;
                case "charts": writer.Write(ReportAssets.Charts); break;
                case "script": writer.Write(ReportAssets.Script); break;
                default: throw new InvalidOperationException($"The template has a slot '{slot}' that nothing fills.");
            }
        }

        void Body()
        {
            var page = new SectionWriter(html, report, text);
            HeaderSection.Write(page);
            html.Add($"<main id=\"main\" tabindex=\"-1\">");
            CurveSection.Write(page);
            DiagnosisSection.Write(page);
            GroupSection.Write(page);
            HeatSection.Write(page);
            TrendSection.Write(page);
            RankingSection.Write(page);
            FeedbackSection.Write(page);
            QualitySection.Write(page);
            GlossarySection.Write(page);
            html.Add($"</main>");
            html.Add($"<footer><p>{text.Footer}</p></footer>");
        }
    }
}
