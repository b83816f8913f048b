using ReviewInsights.IO;

namespace ReviewInsights.Cli.Tagging;

/// <summary>
/// Keeps rows that are no reviews. The file comes into being with the first of them, and like every output has its name only
/// when it is complete; where there is none to write to, the first few are named on standard error.
/// </summary>
internal sealed class Quarantine : IDisposable
{
    private const int NamedOnScreen = 20;

    private readonly string? _path;
    private readonly Terminal _terminal;
    private PartialFile? _file;
    private QuarantineWriter? _writer;

    /// <param name="path">File to write, or null.</param>
    /// <param name="terminal">Where the first few are named.</param>
    /// <param name="resumeAt">Bytes of it that an earlier run has written and that are kept; of 0, nothing is.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Quarantine(string? path, Terminal terminal, long resumeAt = 0)
    {
        _path = path;
        _terminal = terminal;
        if (path is null) return;
        // Found out now, not when the first row is to be kept, an hour later.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"Could not find the folder of the quarantine '{path}'.");
        if (resumeAt > 0)
        {
            _file = PartialFile.Resume(path, resumeAt);
            _writer = new QuarantineWriter(_file.Stream, hasHeader: true);
        }
        else
        {
            File.Delete(PartialFile.PartialPathOf(path));
        }
    }

    public long Count { get; private set; }

    /// <summary>What could not be kept as it was.</summary>
    public WriteLosses Losses => _writer?.Losses ?? default;

    /// <summary>Keeps a row.</summary>
    public void Add(RowRejection rejection)
    {
        Count++;
        if (_path is not null)
        {
            _file ??= PartialFile.Create(_path);
            _writer ??= new QuarantineWriter(_file.Stream);
            _writer.Write(rejection);
        }
        if (Count > NamedOnScreen) return;
        var place = rejection.Column is { } column ? $"{rejection.Source}:{rejection.Line}:{column}" : $"{rejection.Source}:{rejection.Line}";
        _terminal.Log(LogLevel.Warning, $"{place}: {PiiMasker.Default.Mask(rejection.Reason)}");
    }

    /// <summary>Counts a row that an earlier run has kept.</summary>
    public void CountKept() => Count++;

    /// <summary>Sees to it that what was written survives a power cut.</summary>
    /// <returns>Bytes written.</returns>
    public long FlushToDisk() => _file?.FlushToDisk() ?? 0;

    /// <summary>Gives the file its name. The quarantine of an earlier run must not be taken for that of this one, which has none.</summary>
    public void Commit()
    {
        if (_file is not null) _file.Commit();
        else if (File.Exists(_path) && PartialFile.IsOrdinary(_path) && QuarantineWriter.IsQuarantine(_path)) File.Delete(_path);
    }

    /// <summary>Says how many rows there were and where they are.</summary>
    public void Report()
    {
        if (Count == 0) return;
        _terminal.Log(LogLevel.Warning, _path is null
            ? _terminal.Say($"{Count} rows could not be read; --quarantine FILE keeps them", $"{Count} 行无法读取；用 --quarantine FILE 保存")
            : _terminal.Say($"{Count} rows could not be read; they are in {_path}", $"{Count} 行无法读取，已写入 {_path}"));
    }

    public void Dispose() => _file?.Dispose();
}
