using ReviewInsights.Lexicons;

namespace ReviewInsights.Training;

/// <summary>Compiles a folder of lexicon tables, such as <c>lexicons/</c>. Stateless.</summary>
public static class LexiconFolder
{
    /// <summary>The file that names every table's origin and licence.</summary>
    public const string SourcesFile = "SOURCES.tsv";

    /// <summary>Extension of the file with a trained model; of several the last in the sources file counts.</summary>
    public const string ModelExtension = ".rimodel";

    /// <summary>
    /// Compiles all <c>*.tsv</c> files and the trained model below a folder. The same rows give the same bytes, wherever the folder
    /// lies. The table of actions, which <c>ReviewInsights.Analytics</c> reads, and that of <see cref="PiiMasker"/> are left out.
    /// </summary>
    /// <param name="folder">The folder; holds <see cref="SourcesFile"/>.</param>
    /// <param name="name">Name and edition that results carry, such as <c>zh-0.1</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="LexiconFormatException">A row is not well formed, or a file has no row in the sources file.</exception>
    public static Lexicon Compile(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var builder = new LexiconBuilder().WithName(name);
        foreach (var file in InReadingOrder(folder))
        {
            using var reader = File.OpenText(Path.Combine(folder, file));
            builder.AddTsv(reader, file);
        }
        foreach (var file in ReadSources(folder).Where(IsModel))
        {
            using var model = File.OpenRead(Path.Combine(folder, file));
            builder.AddModel(model, file);
        }
        return builder.Build();
    }

    /// <summary>
    /// Tables that define names come before those that use them; tables of one kind in the order of the sources file, so
    /// that a later one may change what an earlier one says.
    /// </summary>
    private static IEnumerable<string> InReadingOrder(string folder)
    {
        var tables =
            from file in ReadSources(folder)
            where !IsModel(file)
            let header = FirstLine(Path.Combine(folder, file))
            where !LexiconTables.IsApart(header)
            orderby LexiconTables.RankOf(header)
            select file;
        return tables;
    }

    private static bool IsModel(string file) => file.EndsWith(ModelExtension, StringComparison.Ordinal);

    private static string FirstLine(string path) =>
        File.ReadLines(path).FirstOrDefault(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)) ?? "";

    private static List<string> ReadSources(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".tsv", StringComparison.Ordinal) || IsModel(path))
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(file => file != SourcesFile)
            .ToHashSet(StringComparer.Ordinal);
        using var reader = File.OpenText(Path.Combine(folder, SourcesFile));
        var rows = new TsvReader(reader, SourcesFile);
        rows.ReadHeader();
        var listed = new List<string>();
        while (rows.ReadRow())
        {
            var file = rows.Required(0);
            rows.Required(1);
            rows.Required(2);
            if (!files.Remove(file)) throw rows.Error("RI301", 0, $"'{file}' does not exist, or is listed twice");
            listed.Add(file);
        }
        if (files.Count > 0)
            throw rows.Error("RI302", 0, $"no row for '{files.Order(StringComparer.Ordinal).First()}': every table needs its origin and licence");
        return listed;
    }
}
