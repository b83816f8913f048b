namespace ReviewInsights.Analytics.Reports.Sections;

/// <summary>The statistics in plain words.</summary>
internal static class GlossarySection
{
    public static void Write(SectionWriter page)
    {
        page.Open("glossary", page.Text.GlossaryTitle, page.Text.GlossaryLead);
        page.Html.Add($"<dl class=\"glossary\">");
        foreach (var (term, meaning) in page.Text.Glossary) page.Html.Add($"<div><dt>{term}</dt><dd>{meaning}</dd></div>");
        page.Html.Add($"</dl>");
        page.Close();
    }
}
