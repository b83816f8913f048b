using ReviewInsights.Cli.Rendering;
using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>
/// Keeps rows that are no reviews. The file comes into being with the first of them; where there is none to write to, the
/// first few are named on standard error.
/// </summary>
internal sealed class Quarantine(string? path, Terminal terminal) : IDisposable
{
    private const int NamedOnScreen = 20;

    private QuarantineWriter? _writer;

    public long Count { get; private set; }

    public void Add(RowRejection rejection)
    {
        Count++;
        if (path is not null)
        {
            _writer ??= new QuarantineWriter(new FileStream(path, FileMode.Create, FileAccess.Write));
            _writer.Write(rejection);
        }
        if (Count > NamedOnScreen) return;
        var place = rejection.Column is { } column ? $"{rejection.Source}:{rejection.Line}:{column}" : $"{rejection.Source}:{rejection.Line}";
        terminal.Error.WriteLine(DisplayWidth.Fit($"{place}: {rejection.Reason}", int.MaxValue));
    }

    /// <summary>Says how many rows there were and where they are.</summary>
    public void Report()
    {
        if (Count == 0) return;
        terminal.Error.WriteLine(path is null
            ? terminal.Say($"{Count} rows could not be read; --quarantine FILE keeps them", $"{Count} 行无法读取；用 --quarantine FILE 保存")
            : terminal.Say($"{Count} rows could not be read; they are in {path}", $"{Count} 行无法读取，已写入 {path}"));
    }

    public void Dispose() => _writer?.Dispose();
}
