using System.Globalization;

namespace ReviewInsights.Training.Importing;

/// <summary>Reads lines of the form <c>word frequency tag</c>, separated by one space each.</summary>
internal static class JiebaDictionaryReader
{
    internal static IEnumerable<DictionaryEntry> Read(TextReader reader, string source)
    {
        var line = 0;
        while (reader.ReadLine() is { } row)
        {
            line++;
            if (row.Length > 0)
                yield return Parse(row, source, line);
        }
    }

    private static DictionaryEntry Parse(string row, string source, int line)
    {
        var cells = row.Split(' ');
        if (cells.Length != 3)
            ImportErrors.WrongColumnCount(source, line, row, cells.Length, "word, frequency and tag, separated by one space each");

        var (word, frequency, tag) = (cells[0], cells[1], cells[2]);
        var frequencyColumn = word.Length + 2;
        if (word.Length == 0)
            ImportErrors.EmptyCell(source, line, 1, "word");
        if (tag.Length == 0)
            ImportErrors.EmptyCell(source, line, frequencyColumn + frequency.Length + 1, "tag");
        if (!int.TryParse(frequency, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count == 0)
            ImportErrors.BadFrequency(source, line, frequencyColumn, frequency);

        return new DictionaryEntry(word, count, tag);
    }
}
