namespace ReviewInsights.Benchmarks.Generation;

/// <summary>The sections of <c>vocabulary.txt</c> and their lists, as text.</summary>
internal sealed class VocabularyFile
{
    private readonly Dictionary<string, Dictionary<string, List<string>>> _sections = [];

    private VocabularyFile(IEnumerable<string> lines)
    {
        Dictionary<string, List<string>> section = [];
        foreach (var line in lines)
        {
            if (line.StartsWith('['))
            {
                _sections.Add(line.Trim('[', ']'), section = []);
                continue;
            }
            var (name, entries) = line.Split('=', 2, StringSplitOptions.TrimEntries) is [var left, var right]
                ? (left, right.Split(" | ", StringSplitOptions.TrimEntries))
                : throw new InvalidDataException($"'{line}' is neither a section nor a list.");
            if (!section.TryGetValue(name, out var list)) section.Add(name, list = []);
            list.AddRange(entries);
        }
    }

    internal static VocabularyFile Load() => new(EmbeddedText.Lines("vocabulary.txt"));

    /// <summary>How many different phrases and templates there are.</summary>
    internal int PhraseCount => _sections.Values.SelectMany(lists => lists.Values).SelectMany(list => list).Distinct().Count();

    internal IEnumerable<string> SectionsOf(string kind) => _sections.Keys.Where(name => name.StartsWith(kind + " ", StringComparison.Ordinal));

    internal IEnumerable<string> Lists(string section) => _sections[section].Keys;

    internal List<string> List(string section, string name) =>
        _sections.TryGetValue(section, out var lists) && lists.TryGetValue(name, out var list)
            ? list
            : throw new InvalidDataException($"[{section}] has no list '{name}'.");
}
