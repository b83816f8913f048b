using System.Globalization;

namespace ReviewInsights.Lexicons;

/// <summary>Reads jieba's user dictionary: <c>word [frequency] [tag]</c>, where the word may hold spaces.</summary>
internal static class JiebaDictionary
{
    private const double MaxFrequency = 1e9;

    internal static void Add(LexiconModel model, TextReader reader, string sourceName)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var row = (number == 1 ? line.TrimStart('\uFEFF') : line).Trim();
            if (row.Length == 0) continue;
            var tag = Last(ref row, field => field.All(char.IsAsciiLetterLower));
            var digits = Last(ref row, field => field.All(char.IsAsciiDigit));
            double? frequency = digits.Length == 0 ? null : double.Parse(digits, CultureInfo.InvariantCulture);
            if (frequency > MaxFrequency) throw new LexiconFormatException("RI121", sourceName, number, line.LastIndexOf(digits, StringComparison.Ordinal) + 1, $"frequency {digits} is above {MaxFrequency}");
            model.AddWord(model.Folding.Fold(row), frequency, WordTags.Parse(tag));
        }
    }

    /// <summary>Takes the last field off a row where it is of the kind asked for and something stands before it.</summary>
    private static string Last(ref string row, Predicate<string> isWanted)
    {
        var space = row.LastIndexOf(' ');
        if (space <= 0 || !isWanted(row[(space + 1)..])) return "";
        var field = row[(space + 1)..];
        row = row[..space].TrimEnd();
        return field;
    }
}
