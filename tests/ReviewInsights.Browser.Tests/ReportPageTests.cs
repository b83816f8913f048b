using Microsoft.Playwright;
using ReviewInsights.Analytics;
using ReviewInsights.Analytics.Tests.Reports;

namespace ReviewInsights.Browser.Tests;

public sealed class ReportPageTests(BrowserFixture browser)
{
    // Fewer shapes than this and a chart has axes but no data.
    private const int ShapesOfAChart = 8;

    // A4 less its margins, at 96 pixels an inch.
    private const int PaperWidth = 688;

    [Theory]
    [InlineData(ReportLanguage.Chinese, false)]
    [InlineData(ReportLanguage.English, true)]
    public async Task Charts_are_drawn_without_errors_and_without_the_network(ReportLanguage language, bool dark)
    {
        await using var report = await browser.OpenAsync(SampleReport.Full(), language, dark: dark);

        var shapes = await report.Page.EvaluateAsync<int[]>("[...document.querySelectorAll('[data-chart]')].map(c => c.querySelectorAll('svg path, svg rect').length)");
        shapes.Length.ShouldBe(7, "the curve, five groups and the trend");
        shapes.ShouldAllBe(count => count >= ShapesOfAChart);
        report.Offences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hostile_review_stays_text()
    {
        await using var report = await browser.OpenAsync(SampleReport.Hostile());

        await HoverChartsAsync(report.Page);

        (await report.Page.Locator("img").CountAsync()).ShouldBe(0);
        (await report.Page.Locator("script").CountAsync()).ShouldBe(3);
        (await report.Page.Locator("h1").InnerTextAsync()).ShouldBe(SampleReport.Attack);
        (await report.Page.TitleAsync()).ShouldContain(SampleReport.Attack);
        (await report.Page.Locator("article blockquote").Nth(1).InnerTextAsync()).ShouldBe(SampleReport.Attack);
        (await report.Page.Locator(".multiples h3").First.InnerTextAsync()).ShouldBe(SampleReport.Attack);
        report.Offences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tooltip_shows_what_the_pointer_is_on()
    {
        await using var report = await browser.OpenAsync(SampleReport.Full(), ReportLanguage.English);

        await HoverChartsAsync(report.Page);

        (await report.Page.Locator("[data-chart=curve]").InnerTextAsync()).ShouldContain("95% interval");
        report.Offences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tab_reaches_every_section()
    {
        await using var report = await browser.OpenAsync(SampleReport.Full());
        var sections = await report.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main > section')].map(s => s.id)");
        var reached = new List<string>();
        for (var i = 0; i < 120 && reached.Count < sections.Length; i++)
        {
            await report.Page.Keyboard.PressAsync("Tab");
            var at = await report.Page.EvaluateAsync<string>("document.activeElement.closest('main > section')?.id ?? ''");
            if (at.Length > 0 && !reached.Contains(at)) reached.Add(at);
        }

        reached.ShouldBe(sections);
        sections.Length.ShouldBe(9);
    }

    [Fact]
    public async Task The_skip_link_comes_first_and_leads_to_the_content()
    {
        await using var report = await browser.OpenAsync(SampleReport.Full());

        await report.Page.Keyboard.PressAsync("Tab");
        (await report.Page.EvaluateAsync<string>("document.activeElement.className")).ShouldBe("skip");
        await report.Page.Keyboard.PressAsync("Enter");

        (await report.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(768, false)]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    public async Task Nothing_is_wider_than_the_window(int width, bool dark)
    {
        foreach (var language in Enum.GetValues<ReportLanguage>())
        {
            await using var report = await browser.OpenAsync(SampleReport.Full(), language, width, dark);
            (await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }

        await using var hostile = await browser.OpenAsync(SampleReport.Hostile(), width: width);
        (await hostile.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task The_button_changes_between_light_and_dark()
    {
        await using var report = await browser.OpenAsync(SampleReport.Full(), dark: true);
        var button = report.Page.Locator("#theme");
        (await button.GetAttributeAsync("aria-pressed")).ShouldBe("true");
        var dark = await BackgroundAsync(report.Page);

        await button.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");

        (await button.GetAttributeAsync("aria-pressed")).ShouldBe("false");
        (await BackgroundAsync(report.Page)).ShouldNotBe(dark);
        report.Offences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Paper_is_light_and_shows_the_tables()
    {
        await using var report = await browser.OpenAsync(SampleReport.Full(), dark: true);

        await report.Page.EvaluateAsync("window.dispatchEvent(new Event('beforeprint'))");

        (await report.Page.Locator("details:not([open])").CountAsync()).ShouldBe(0);
        (await report.Page.EvaluateAsync<string>("document.documentElement.dataset.theme")).ShouldBe("light");
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await report.Page.SetViewportSizeAsync(PaperWidth, 1000);
        (await report.Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.chart svg')].every(s => { const c = s.closest('.card').getBoundingClientRect(), b = s.getBoundingClientRect(); return b.height > 50 && b.right <= c.right && b.bottom <= c.bottom; })"))
            .ShouldBeTrue("no chart is cut");
        (await report.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(PaperWidth);
        await report.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await report.Page.EvaluateAsync("window.dispatchEvent(new Event('afterprint'))");
        (await report.Page.Locator("details[open]").CountAsync()).ShouldBe(0);
        (await report.Page.PdfAsync(new() { Format = "A4" })).Length.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task A_report_without_data_has_no_chart_and_no_error()
    {
        await using var report = await browser.OpenAsync(SampleReport.Empty());

        (await report.Page.Locator("svg").CountAsync()).ShouldBe(0);
        (await report.Page.Locator(".missing").CountAsync()).ShouldBeGreaterThanOrEqualTo(7);
        report.Offences.ShouldBeEmpty();
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static async Task HoverChartsAsync(IPage page)
    {
        foreach (var chart in await page.Locator("[data-chart]").AllAsync()) await chart.HoverAsync();
        await page.Locator("[data-chart=curve]").HoverAsync();
        await page.Locator("[data-chart=curve] strong").WaitForAsync();
    }
}
