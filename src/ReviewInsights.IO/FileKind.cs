using System.Runtime.InteropServices;

namespace ReviewInsights.IO;

/// <summary>Tells files from devices and pipes without opening them: a pipe opened and closed again ends for whoever reads it.</summary>
internal static class FileKind
{
    // Of the kernel's struct statx, which is the same on every processor; the framework asks for the kind of a file but does not tell it.
    private const int StatxLength = 256;
    private const int ModeAt = 28;
    private const uint TypeAndMode = 3;
    private const int KindMask = 0xF000;
    private const int Regular = 0x8000;
    private const int RelativeToCurrentFolder = -100;

    /// <summary>Whether an existing file is one with content of its own.</summary>
    public static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        // Standard output may be an ordinary file, but its name below /dev is none to be replaced.
        if (Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal))
            return false;
        if (!OperatingSystem.IsLinux())
            return true;
        var stat = new byte[StatxLength];
        return Statx(RelativeToCurrentFolder, path, flags: 0, TypeAndMode, stat) != 0
            || (BitConverter.ToUInt16(stat, ModeAt) & KindMask) == Regular;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] stat);
}
