using System.IO.Enumeration;

namespace ReviewInsights.Cli;

/// <summary>
/// Patterns of file names, for shells that leave them to the program: <c>*</c> is anything within a name, <c>?</c> one character,
/// <c>**</c> folders of any depth. As in a shell, names that start with a dot fit only a pattern that does.
/// </summary>
internal static class FilePattern
{
    private static readonly EnumerationOptions InOneFolder = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>The files that fit, in ordinal order, written as the pattern is: relative or from the root.</summary>
    /// <exception cref="UnauthorizedAccessException">A folder in which files may fit cannot be read.</exception>
    public static IReadOnlyList<string> Find(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        var names = pattern[root.Length..].Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            Collect(root, names, found);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException($"'{pattern}': {e.Message} Files in it may fit; name those that are meant, or a pattern that leaves it out.", e);
        }

        return [.. found];
    }

    private static void Collect(string folder, ReadOnlySpan<string> names, SortedSet<string> found)
    {
        var name = names[0];
        var rest = names[1..];
        if (name == "**")
        {
            // No folder at all is a depth, too; and ** at the end means all files.
            Collect(folder, rest.IsEmpty ? ["*"] : rest, found);
            foreach (var inner in Entries(folder, "*", wantFolders: true, followLinks: false))
                Collect(inner, names, found);
        }
        else if (rest.IsEmpty)
        {
            found.UnionWith(Entries(folder, name, wantFolders: false));
        }
        else if (!IsPattern(name))
        {
            if (Directory.Exists(Path.Combine(folder, name)))
                Collect(Path.Combine(folder, name), rest, found);
        }
        else
        {
            foreach (var inner in Entries(folder, name, wantFolders: true))
                Collect(inner, rest, found);
        }
    }

    // Links are not followed below **, where one may lead back up.
    private static FileSystemEnumerable<string> Entries(string folder, string name, bool wantFolders, bool followLinks = true) =>
        new FileSystemEnumerable<string>(
            folder.Length == 0 ? "." : folder,
            (ref FileSystemEntry entry) => Path.Combine(folder, entry.FileName.ToString()),
            InOneFolder)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory == wantFolders
                && (followLinks || !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                && (name[0] == '.' || entry.FileName[0] != '.')
                && FileSystemName.MatchesSimpleExpression(name, entry.FileName, ignoreCase: false),
        };
}
