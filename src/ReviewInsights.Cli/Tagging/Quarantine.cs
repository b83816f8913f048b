using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>
/// Keeps rows that are no reviews. The file comes into being with the first of them, and like every output has its name only
/// when it is complete; where there is none to write to, the first few are named on standard error.
/// </summary>
/// <param name="path">File to write, or null.</param>
/// <param name="terminal">Where the first few are named.</param>
/// <param name="resumeAt">Bytes of it that an earlier run has written.</param>
internal sealed class Quarantine(string? path, Terminal terminal, long resumeAt = 0) : IDisposable
{
    private const int NamedOnScreen = 20;

    private PartialFile? _file = path is not null && resumeAt > 0 ? PartialFile.Resume(path, resumeAt) : null;
    private QuarantineWriter? _writer;

    public long Count { get; private set; }

    /// <summary>Keeps a row.</summary>
    public void Add(RowRejection rejection)
    {
        Count++;
        if (path is not null)
        {
            _file ??= PartialFile.Create(path);
            _writer ??= new QuarantineWriter(_file.Stream);
            _writer.Write(rejection);
        }
        if (Count > NamedOnScreen) return;
        var place = rejection.Column is { } column ? $"{rejection.Source}:{rejection.Line}:{column}" : $"{rejection.Source}:{rejection.Line}";
        terminal.Log(LogLevel.Warning, $"{place}: {rejection.Reason}");
    }

    /// <summary>Counts a row that an earlier run has kept.</summary>
    public void CountKept() => Count++;

    /// <summary>Sees to it that what was written survives a power cut.</summary>
    /// <returns>Bytes written.</returns>
    public long FlushToDisk() => _file?.FlushToDisk() ?? 0;

    /// <summary>Gives the file its name; one that an earlier run left must not be taken for that of this one.</summary>
    public void Commit()
    {
        if (_file is not null) _file.Commit();
        else if (path is not null) File.Delete(path);
    }

    /// <summary>Says how many rows there were and where they are.</summary>
    public void Report()
    {
        if (Count == 0) return;
        terminal.Log(LogLevel.Warning, path is null
            ? terminal.Say($"{Count} rows could not be read; --quarantine FILE keeps them", $"{Count} 行无法读取；用 --quarantine FILE 保存")
            : terminal.Say($"{Count} rows could not be read; they are in {path}", $"{Count} 行无法读取，已写入 {path}"));
    }

    public void Dispose() => _file?.Dispose();
}
