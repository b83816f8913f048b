using ReviewInsights.Lexicons;

namespace ReviewInsights.Training;

/// <summary>Compiles a folder of lexicon tables, such as <c>lexicons/</c>. Stateless.</summary>
public static class LexiconFolder
{
    /// <summary>The file that names every table's origin and licence.</summary>
    public const string SourcesFile = "SOURCES.tsv";

    /// <summary>Compiles all <c>*.tsv</c> files below a folder. The same rows give the same bytes, wherever the folder lies.</summary>
    /// <param name="folder">The folder; holds <see cref="SourcesFile"/>.</param>
    /// <param name="name">Name and edition that results carry, such as <c>zh-0.1</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="LexiconFormatException">A row is not well formed, or a file has no row in the sources file.</exception>
    public static Lexicon Compile(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var builder = new LexiconBuilder().WithName(name);
        var files = Tables(folder);
        CheckSources(folder, files);
        foreach (var (file, _) in files)
        {
            using var reader = File.OpenText(Path.Combine(folder, file));
            builder.AddTsv(reader, file);
        }
        return builder.Build();
    }

    /// <summary>Paths with forward slashes, in reading order: tables that define names come before those that use them.</summary>
    private static List<(string File, int Rank)> Tables(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.tsv", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(file => file != SourcesFile)
            .Select(file => (file, LexiconTables.RankOf(FirstLine(Path.Combine(folder, file)))))
            .OrderBy(pair => pair.Item2)
            .ThenBy(pair => pair.file, StringComparer.Ordinal),
    ];

    private static string FirstLine(string path) =>
        File.ReadLines(path).FirstOrDefault(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) ?? "";

    private static void CheckSources(string folder, List<(string File, int Rank)> files)
    {
        using var reader = File.OpenText(Path.Combine(folder, SourcesFile));
        var rows = new TsvReader(reader, SourcesFile);
        rows.ReadHeader();
        var listed = new HashSet<string>(StringComparer.Ordinal);
        while (rows.ReadRow())
        {
            var file = rows.Required(0);
            rows.Required(1);
            rows.Required(2);
            if (!files.Exists(f => f.File == file)) throw rows.Error("RI301", 0, $"'{file}' does not exist");
            listed.Add(file);
        }
        if (files.Find(f => !listed.Contains(f.File)).File is { } missing)
            throw rows.Error("RI302", 0, $"no row for '{missing}': every table needs its origin and licence");
    }
}
