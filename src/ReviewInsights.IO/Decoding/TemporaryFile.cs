namespace ReviewInsights.IO.Decoding;

/// <summary>New, empty files in the temporary folder. They hold whole inputs, so that only the user who runs the program can read them.</summary>
internal static class TemporaryFile
{
    /// <summary>
    /// A file that is gone when the stream is disposed. Where the system allows it has no name from the start, so that nothing is left
    /// behind even if the program is killed.
    /// </summary>
    public static FileStream Create()
    {
        if (OperatingSystem.IsWindows())
            return Open(FileOptions.DeleteOnClose);
        var file = Open(FileOptions.None);
        File.Delete(file.Name);
        return file;
    }

    /// <summary>A file for those who want a path. Whoever asks for it deletes it; a program that is killed leaves it behind.</summary>
    public static FileStream CreateNamed() => Open(FileOptions.None);

    private static FileStream Open(FileOptions options)
    {
        var choice = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 64 * 1024,
            Options = options,
        };
        // Windows keeps temporary files in a folder of the user's own.
        if (!OperatingSystem.IsWindows())
            choice.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), choice);
    }
}
