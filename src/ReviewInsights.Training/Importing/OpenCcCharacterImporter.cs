using System.Collections.Immutable;
using ReviewInsights.Training.Importing;

namespace ReviewInsights.Training;

/// <summary>
/// Turns OpenCC's table of traditional characters (<c>TSCharacters.txt</c>) into <c>normalize/traditional.tsv</c>.
/// Stateless; the same input gives the same bytes.
/// </summary>
public static class OpenCcCharacterImporter
{
    private const string Identity = "first candidate is the character itself";
    private const string OutsidePlane = "outside the Basic Multilingual Plane";

    /// <summary>Reads the table and writes it as rows of <c>from to</c>, by code point.</summary>
    /// <param name="table">Lines of a character, a tab, and candidates separated by spaces; <c>#</c> starts a comment.</param>
    /// <param name="tableName">What errors call the table.</param>
    /// <param name="output">Takes the header and the rows.</param>
    /// <exception cref="ImportFormatException">A line is not of that form.</exception>
    public static ImportReport ImportCharacters(TextReader table, string tableName, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(output);

        var mappings = ReadMappings(table, tableName).ToList();
        var kept = mappings.Where(mapping => mapping.DropReason is null).ToList();

        output.Write("from\tto\n");
        foreach (var mapping in kept.OrderBy(mapping => mapping.From, StringComparer.Ordinal))
            output.Write($"{mapping.From}\t{mapping.To}\n");

        ImmutableArray<DroppedRows> dropped =
            [.. new[] { OutsidePlane, Identity }.Select(reason => new DroppedRows(reason, mappings.Count(m => m.DropReason == reason)))];
        return new ImportReport(tableName, mappings.Count, kept.Count, dropped);
    }

    /// <summary>The same rows as a map, for folding words before they are compared.</summary>
    /// <param name="table">As for <see cref="ImportCharacters"/>.</param>
    /// <param name="tableName">What errors call the table.</param>
    /// <exception cref="ImportFormatException">A line is not of that form.</exception>
    public static IReadOnlyDictionary<char, char> ReadCharacters(TextReader table, string tableName)
    {
        ArgumentNullException.ThrowIfNull(table);

        return ReadMappings(table, tableName)
            .Where(mapping => mapping.DropReason is null)
            .ToDictionary(mapping => mapping.From[0], mapping => mapping.To[0]);
    }

    private static IEnumerable<Mapping> ReadMappings(TextReader table, string tableName)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var line = 0;
        while (table.ReadLine() is { } row)
        {
            line++;
            if (row.Length == 0 || row[0] == '#')
                continue;

            var mapping = Parse(row, tableName, line);
            if (!seen.Add(mapping.From))
                ImportErrors.SecondMapping(tableName, line, mapping.From);
            yield return mapping;
        }
    }

    private static Mapping Parse(string row, string tableName, int line)
    {
        var cells = row.Split('\t');
        if (cells.Length != 2)
            ImportErrors.WrongColumnCount(tableName, line, row, cells.Length, "a character and its candidates, separated by a tab");

        var (from, candidates) = (cells[0], cells[1]);
        if (!IsOneCharacter(from))
            ImportErrors.ManyCharacters(tableName, line, 1, from);

        // Candidates stand in order of likelihood; look-up wants exactly one.
        var to = candidates.Split(' ')[0];
        if (to.Length == 0)
            ImportErrors.EmptyCell(tableName, line, from.Length + 2, "candidate");
        return new Mapping(from, to);
    }

    private static bool IsOneCharacter(string text) =>
        text.Length == 1 || (text.Length == 2 && char.IsSurrogatePair(text, 0));

    private readonly record struct Mapping(string From, string To)
    {
        // Look-up maps one UTF-16 code unit to one, so that offsets stay valid.
        internal string? DropReason => From.Length > 1 || To.Length > 1 ? OutsidePlane : From == To ? Identity : null;
    }
}
