namespace ReviewInsights.IO.Decoding;

/// <summary>Files that live as long as somebody has them open.</summary>
internal static class TemporaryFile
{
    /// <summary>A new, empty file that nobody else writes to; it deletes itself when it is disposed.</summary>
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.DeleteOnClose);
}
