namespace ReviewInsights;

/// <summary>A lexicon, as text or compiled, is not well formed. The message says where, what was read and what is allowed.</summary>
public sealed class LexiconFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">Stable code of the kind of error, such as <c>RI104</c>.</param>
    /// <param name="sourceName">Name of the file or stream.</param>
    /// <param name="line">Line, 1-based; 0 for a compiled lexicon.</param>
    /// <param name="column">Column in characters, 1-based; the byte offset for a compiled lexicon.</param>
    /// <param name="problem">What was read and what is allowed.</param>
    public LexiconFormatException(string code, string sourceName, int line, int column, string problem)
        : base($"{sourceName}:{line}:{column}: error {code}: {problem}") =>
        (Code, SourceName, Line, Column) = (code, sourceName, line, column);

    /// <summary>Stable code of the kind of error.</summary>
    public string Code { get; }

    /// <summary>Name of the file or stream.</summary>
    public string SourceName { get; }

    /// <summary>Line, 1-based; 0 for a compiled lexicon.</summary>
    public int Line { get; }

    /// <summary>Column in characters, 1-based; the byte offset for a compiled lexicon.</summary>
    public int Column { get; }
}
