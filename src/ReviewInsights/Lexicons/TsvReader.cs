using System.Globalization;

namespace ReviewInsights.Lexicons;

/// <summary>Reads a lexicon table row by row and reports every error with its place.</summary>
internal sealed class TsvReader(TextReader reader, string sourceName)
{
    private readonly List<int> _starts = [];
    private string _text = "";

    /// <summary>Header of the table: the names of its columns.</summary>
    internal string[] Columns { get; private set; } = [];

    /// <summary>Number of the current line, 1-based.</summary>
    internal int Line { get; private set; }

    internal void ReadHeader()
    {
        if (!NextLine()) throw Error("RI101", 0, "the file is empty; a header row is expected");
        FindColumns();
        Columns = _text.Split('\t');
    }

    /// <summary>Advances to the next row that holds data.</summary>
    internal bool ReadRow()
    {
        if (!NextLine()) return false;
        FindColumns();
        if (_starts.Count > Columns.Length)
            throw Error("RI102", Columns.Length, $"{_starts.Count} columns where the header names {Columns.Length} ({string.Join(", ", Columns)})");
        return true;
    }

    /// <summary>The text of a column of the current row; empty where a trailing column is left out.</summary>
    internal string Field(int column)
    {
        if (column >= _starts.Count) return "";
        var end = column + 1 < _starts.Count ? _starts[column + 1] - 1 : _text.Length;
        return _text[_starts[column]..end];
    }

    internal string Required(int column)
    {
        var text = Field(column);
        return text.Length > 0 ? text : throw Error("RI103", column, $"{Columns[column]} is empty");
    }

    internal double Number(int column, double min, double max)
    {
        var text = Field(column);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max) return value;
        throw Error("RI104", column, FormattableString.Invariant($"{Columns[column]} '{text}' is not a number in [{min}, {max}]"));
    }

    /// <summary>Index of the column's text in <paramref name="allowed"/>.</summary>
    internal int OneOf(int column, IReadOnlyList<string> allowed)
    {
        var text = Field(column);
        for (var i = 0; i < allowed.Count; i++)
            if (string.Equals(allowed[i], text, StringComparison.Ordinal)) return i;
        throw Error("RI105", column, $"{Columns[column]} '{text}' is not one of: {string.Join(", ", allowed.Select(a => a.Length == 0 ? "(empty)" : a))}");
    }

    internal LexiconFormatException Error(string code, int column, string problem) =>
        new(code, sourceName, Math.Max(Line, 1), column < _starts.Count ? _starts[column] + 1 : _text.Length + 1, problem);

    private void FindColumns()
    {
        _starts.Clear();
        _starts.Add(0);
        for (var i = 0; i < _text.Length; i++)
            if (_text[i] == '\t') _starts.Add(i + 1);
    }

    private bool NextLine()
    {
        while (reader.ReadLine() is { } line)
        {
            Line++;
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            _text = line;
            return true;
        }
        return false;
    }
}
