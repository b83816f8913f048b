namespace ReviewInsights.Cli.Rendering;

/// <summary>Cells in aligned columns, two blanks apart, without lines: readable on a screen, in a file and in an e-mail.</summary>
/// <param name="alignments">One character a column: <c>l</c> for left, <c>r</c> for right.</param>
internal sealed class PlainTable(string alignments)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != alignments.Length)
            throw new ArgumentException($"{cells.Length} cells in a table of {alignments.Length} columns.", nameof(cells));
        _rows.Add(cells);
    }

    public void Write(TextWriter writer)
    {
        var widths = alignments.Select((_, column) => _rows.Max(row => DisplayWidth.Of(row[column]))).ToArray();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => Aligned(cell, widths[column], alignments[column]));
            writer.WriteLine(string.Join(Gap, cells).TrimEnd(' '));
        }
    }

    private static string Aligned(string cell, int width, char alignment)
    {
        var blanks = new string(' ', width - DisplayWidth.Of(cell));
        return alignment == 'r' ? blanks + cell : cell + blanks;
    }
}
