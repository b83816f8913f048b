namespace ReviewInsights.IO;

/// <summary>
/// A file that appears under its name only when it is complete. Until <see cref="Commit"/> it is called
/// <c>NAME.partial</c>; without it, that is what stays.
/// </summary>
public sealed class PartialFile : IDisposable
{
    private readonly FileStream _file;

    private PartialFile(string path, FileStream file)
    {
        Path = path;
        _file = file;
    }

    /// <summary>The name of the complete file.</summary>
    public string Path { get; }

    /// <summary>The name until then.</summary>
    public string PartialPath => Path + ".partial";

    /// <summary>Where to write.</summary>
    public Stream Stream => _file;

    /// <summary>Starts the file, over a partial one that an earlier run may have left.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static PartialFile Create(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new PartialFile(path, new FileStream(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.Read));
    }

    /// <summary>Closes the file and gives it its name, in one step and over an older file of that name.</summary>
    public void Commit()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(PartialPath, Path, overwrite: true);
    }

    /// <summary>Closes the file; not committed, it stays under its partial name.</summary>
    public void Dispose() => _file.Dispose();
}
