namespace ReviewInsights.Training;

/// <summary>A source file holds something that the importer cannot read.</summary>
public sealed class ImportFormatException : FormatException
{
    internal ImportFormatException(string sourceName, int line, int column, string problem)
        : base($"{sourceName}:{line}:{column}: {problem}")
    {
        SourceName = sourceName;
        Line = line;
        Column = column;
    }

    /// <summary>Name of the file, as the caller gave it.</summary>
    public string SourceName { get; }

    /// <summary>Number of the line, 1-based.</summary>
    public int Line { get; }

    /// <summary>Number of the column, 1-based.</summary>
    public int Column { get; }
}
