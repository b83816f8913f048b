using CsvHelper;

namespace ReviewInsights.Training;

/// <summary>A review of which people said whether it is positive.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsPositive">Its label.</param>
/// <param name="Category">What kind of goods it is about; may be empty.</param>
public sealed record LabelledText(string Text, bool IsPositive, string Category)
{
    /// <summary>Reads a CSV with the columns text, label (1 or 0) and optionally category.</summary>
    /// <exception cref="ImportFormatException">A column is missing, or a label is neither 1 nor 0; the message names file and line.</exception>
    public static IReadOnlyList<LabelledText> Read(TextReader reader, string sourceName)
    {
        using var csv = CsvReader.Create(reader, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true }, leaveOpen: true);
        int text = ColumnOf("text"), label = ColumnOf("label"), category = csv.Headers.ToList().IndexOf("category");
        var texts = new List<LabelledText>();
        foreach (var row in csv)
        {
            var isPositive = row.GetString(label).Trim() switch
            {
                "1" => true,
                "0" => false,
                var other => throw new ImportFormatException(sourceName, (int)csv.LineNumber, label + 1, $"label '{other}' is neither 1 nor 0"),
            };
            texts.Add(new LabelledText(row.GetString(text), isPositive, category < 0 ? "" : row.GetString(category)));
        }
        return texts;

        int ColumnOf(string name) => csv.Headers.ToList().IndexOf(name) is >= 0 and var found
            ? found
            : throw new ImportFormatException(sourceName, 1, 1, $"no column '{name}' in the header: {string.Join(", ", csv.Headers.ToArray())}");
    }
}
