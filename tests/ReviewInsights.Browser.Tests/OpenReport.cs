using Microsoft.Playwright;

namespace ReviewInsights.Browser.Tests;

/// <summary>A report in a tab, and everything it did that a report must not do.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    public OpenReport(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Offences.Add($"console: {message.Text}");
        };
        page.PageError += (_, error) => Offences.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            Offences.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Scheme is not ("file" or "data")) Offences.Add($"request: {request.Url}");
        };
    }

    public IPage Page { get; }

    public List<string> Offences { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
