namespace ReviewInsights.IO;

/// <summary>
/// The input as a whole cannot be read as asked: no column holds the text, or a column named by option is not there.
/// A single broken row never throws; it becomes a <see cref="RowRejection"/>.
/// </summary>
public sealed class InputFormatException : FormatException
{
    /// <param name="source">Name of the file or stream.</param>
    /// <param name="line">Line of the input, 1-based.</param>
    /// <param name="column">Character position in the line, 1-based, or null where the whole line is meant.</param>
    /// <param name="reason">What is wrong and what would be right.</param>
    public InputFormatException(string source, long line, int? column, string reason)
        : base(column is null ? $"{source}:{line}: {reason}" : $"{source}:{line}:{column}: {reason}")
    {
        SourceName = source;
        Line = line;
        Column = column;
    }

    /// <param name="source">Name of the file, stream or database.</param>
    /// <param name="reason">What is wrong with the input as a whole, and what would be right.</param>
    public InputFormatException(string source, string reason)
        : base($"{source}: {reason}") => SourceName = source;

    /// <summary>Name of the file or stream.</summary>
    public string SourceName { get; }

    /// <summary>Line of the input, 1-based, or 0 where the whole input is meant.</summary>
    public long Line { get; }

    /// <summary>Character position in the line, 1-based, or null where the whole line is meant.</summary>
    public int? Column { get; }
}
