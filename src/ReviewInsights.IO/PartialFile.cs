namespace ReviewInsights.IO;

/// <summary>
/// A file that appears under its name only when it is complete. Until <see cref="Commit"/> it is called
/// <c>NAME.partial</c>; without it, that is what stays, and <see cref="Resume"/> goes on from it.
/// </summary>
/// <remarks>A device or a pipe (<c>/dev/null</c>, <c>/dev/stdout</c>) cannot be replaced and is written to at once.</remarks>
public sealed class PartialFile : IDisposable
{
    private readonly FileStream _file;

    private readonly bool _isOrdinary;

    private PartialFile(string path, FileMode mode)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; the name of a file is right.");
        Path = path;
        _isOrdinary = IsOrdinary(path);
        _file = _isOrdinary
            ? new FileStream(PartialPath, mode, FileAccess.Write, FileShare.None) // two runs must not write into one another
            : new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite); // standard output may be a file with something in it
    }

    /// <summary>The name of the complete file.</summary>
    public string Path { get; }

    /// <summary>The name until then.</summary>
    public string PartialPath => PartialPathOf(Path);

    /// <summary>Where to write.</summary>
    public Stream Stream => _file;

    /// <summary>The name that the file <paramref name="path"/> has until it is complete.</summary>
    public static string PartialPathOf(string path) => path + ".partial";

    /// <summary>Whether there is no such file, or one with content of its own, rather than a device or a pipe.</summary>
    public static bool IsOrdinary(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !File.Exists(path) || FileKind.IsRegular(path);
    }

    /// <summary>Starts the file, over a partial one that an earlier run may have left.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static PartialFile Create(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new PartialFile(path, FileMode.Create);
    }

    /// <summary>Goes on with a partial file that an earlier run left, behind its first <paramref name="length"/> bytes; the rest is cut off.</summary>
    /// <param name="path">Name of the complete file.</param>
    /// <param name="length">Bytes to keep; 0 also where there is no partial file yet.</param>
    /// <exception cref="IOException">The partial file is shorter, or cannot be written.</exception>
    public static PartialFile Resume(string path, long length)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var file = new PartialFile(path, length == 0 ? FileMode.OpenOrCreate : FileMode.Open);
        if (file._file.Length < length)
        {
            var actual = file._file.Length;
            file.Dispose();
            throw new IOException($"{file.PartialPath} has {actual} bytes where {length} are expected.");
        }

        file._file.SetLength(length);
        file._file.Seek(0, SeekOrigin.End);
        return file;
    }

    /// <summary>Sees to it that what was written survives a power cut. Costs as much as the disk takes.</summary>
    /// <returns>Length of the file in bytes.</returns>
    public long FlushToDisk()
    {
        _file.Flush(flushToDisk: _isOrdinary);
        return _isOrdinary ? _file.Length : 0;
    }

    /// <summary>Closes the file and gives it its name, in one step and over an older file of that name.</summary>
    public void Commit()
    {
        FlushToDisk();
        _file.Dispose();
        if (_isOrdinary)
            File.Move(PartialPath, Path, overwrite: true);
    }

    /// <summary>Closes the file; not committed, it stays under its partial name.</summary>
    public void Dispose() => _file.Dispose();
}
