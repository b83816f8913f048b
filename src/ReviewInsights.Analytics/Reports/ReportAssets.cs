using System.Security.Cryptography;
using System.Text;

namespace ReviewInsights.Analytics.Reports;

/// <summary>The parts of the page that are the same in every report.</summary>
internal static class ReportAssets
{
    public static string Template { get; } = Read("report.html");

    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Inline(Read("report.js"));

    public static string Charts { get; } = Inline(Read("echarts.common.min.js"));

    /// <summary>What a content security policy calls a script that may run.</summary>
    public static string Hash(string script) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script))) + "'";

    // Within <script>, these two end it or hide its end; in JavaScript the backslash changes nothing.
    private static string Inline(string script) =>
        script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);

    private static string Read(string name)
    {
        using var stream = typeof(ReportAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser reads every line end as a line feed before it hashes a script.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
