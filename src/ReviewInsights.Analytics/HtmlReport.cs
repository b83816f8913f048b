using System.Text;
using ReviewInsights.Analytics.Reports;

namespace ReviewInsights.Analytics;

/// <summary>
/// Draws a report as one HTML file that needs no network: charts, the tables behind them, quotes and advice. Thread-safe, without
/// state; the same report gives the same bytes. Every text from data is written as text, markup in it included.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the page. About 800 kB, most of it the chart library.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="language">Language of everything that does not come from reviews.</param>
    /// <param name="destination">Where to; flushing and disposing stay with the caller.</param>
    /// <exception cref="ArgumentNullException">A reference is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is no member of the enumeration.</exception>
    public static void Write(ReviewReport report, ReportLanguage language, TextWriter destination)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(destination);
        if (!Enum.IsDefined(language)) throw new ArgumentOutOfRangeException(nameof(language), language, "No such language.");
        ReportPage.Write(report, new ReportText(language), destination);
    }

    /// <summary>Writes the page as UTF-8 without a byte order mark.</summary>
    /// <param name="report">What to draw.</param>
    /// <param name="language">Language of everything that does not come from reviews.</param>
    /// <param name="destination">Where to; it stays open.</param>
    /// <exception cref="ArgumentNullException">A reference is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is no member of the enumeration.</exception>
    public static void Write(ReviewReport report, ReportLanguage language, Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var writer = new StreamWriter(destination, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(report, language, writer);
    }
}

/// <summary>Language of a report's own words.</summary>
public enum ReportLanguage : byte
{
    /// <summary>Simplified Chinese.</summary>
    Chinese = 0,

    /// <summary>English.</summary>
    English = 1,
}
