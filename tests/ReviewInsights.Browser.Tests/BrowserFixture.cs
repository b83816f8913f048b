using Microsoft.Playwright;
using ReviewInsights.Analytics;
using ReviewInsights.Analytics.Tests.Reports;
using ReviewInsights.Browser.Tests;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace ReviewInsights.Browser.Tests;

/// <summary>The machine's own Chromium: nothing is downloaded. Without one the tests are skipped and say so.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (FindChromium() is not { } chromium) return;
        _playwright = await Playwright.CreateAsync();
        // Root may not use Chromium's sandbox, and CI is root. The pages are our own.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    internal async Task<OpenReport> OpenAsync(ReviewReport report, ReportLanguage language = ReportLanguage.Chinese, int width = 1440, bool dark = false)
    {
        Assert.SkipWhen(_browser is null, "No Chromium: put chromium, chromium-browser or google-chrome on the PATH, or its path into CHROMIUM.");
        var path = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ".html");
        await using (var file = File.Create(path)) HtmlReport.Write(report, language, file);
        var page = await _browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var open = new OpenReport(page);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? FindChromium()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var candidates =
            from name in (string[])["chromium", "chromium-browser", "google-chrome"]
            from folder in folders
            select Path.Combine(folder, name);
        return candidates.FirstOrDefault(File.Exists);
    }
}
