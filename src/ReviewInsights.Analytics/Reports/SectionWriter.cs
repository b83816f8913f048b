namespace ReviewInsights.Analytics.Reports;

/// <summary>What every section needs: the report, the words, and the pieces that look the same everywhere.</summary>
internal sealed class SectionWriter(Html html, ReviewReport report, ReportText text)
{
    public Html Html { get; } = html;

    public ReviewReport Report { get; } = report;

    public ReportText Text { get; } = text;

    public string Stage(string code) => Report.Names.Stages.TryGetValue(code, out var name) ? Text.Of(name) : code;

    public string Aspect(string code) => Report.Names.Aspects.TryGetValue(code, out var name) ? Text.Of(name) : code;

    public string Cause(DiagnosedCause cause) =>
        cause.Attribute is { } attribute ? $"{Aspect(cause.Aspect)} · {Aspect(attribute)}" : Aspect(cause.Aspect);

    /// <summary>A section with a heading that is a link to itself, so that Tab reaches it.</summary>
    public void Open(string id, string heading, string lead)
    {
        Html.Add($"<section id=\"{id}\" aria-labelledby=\"{id}-h\">");
        Html.Add($"<h2 id=\"{id}-h\"><a href=\"#{id}\">{heading}</a></h2>");
        Html.Add($"<p class=\"lead\">{lead}</p>");
    }

    public void Close() => Html.Add($"</section>");

    public void Missing(string why) => Html.Add($"<p class=\"missing\">{why}</p>");

    public void Chart(string name, string summary) => Html.Add($"<div class=\"chart\" data-chart=\"{name}\" role=\"img\" aria-label=\"{summary}\"></div>");

    /// <summary>Opens a table behind a chart; a wide one scrolls in its own box, which the keyboard can reach.</summary>
    public void OpenDetails(string summary, params ReadOnlySpan<string> columns)
    {
        Html.Add($"<details><summary>{summary}</summary>");
        OpenTable(summary, columns);
    }

    public void CloseDetails()
    {
        CloseTable();
        Html.Add($"</details>");
    }

    public void OpenTable(string caption, params ReadOnlySpan<string> columns)
    {
        Html.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table>");
        Html.Add($"<caption>{caption}</caption><thead><tr>");
        foreach (var column in columns) Html.Add($"<th scope=\"col\">{column}</th>");
        Html.Add($"</tr></thead><tbody>");
    }

    public void CloseTable() => Html.Add($"</tbody></table></div>");

    /// <summary>A row: its name, then numbers.</summary>
    public void Row(string name, params ReadOnlySpan<string> cells)
    {
        Html.Add($"<tr><th scope=\"row\">{name}</th>");
        foreach (var cell in cells) Html.Add($"<td>{cell}</td>");
        Html.Add($"</tr>");
    }
}
