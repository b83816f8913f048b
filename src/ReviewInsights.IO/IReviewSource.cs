using System.Collections.Immutable;

namespace ReviewInsights.IO;

/// <summary>
/// A stream of reviews. Synchronous and lazy: memory is bounded by the longest row. Not thread-safe; can be read once.
/// The built-in sources come from <see cref="ReviewInput"/>; implement this to read from anywhere else.
/// </summary>
public interface IReviewSource : IDisposable
{
    /// <summary>Name of the source for messages, such as the file name.</summary>
    string Name { get; }

    /// <summary>Whether the next row is there already, so that reading it will not wait for the outside.</summary>
    bool HasBufferedRow { get; }

    /// <summary>Share of the input that has been read, 0 to 1, or null where nobody knows how long the input is. Cheap to ask.</summary>
    double? Progress => null;

    /// <summary>What has been read so far. A snapshot; complete when <see cref="Read"/> has ended.</summary>
    ReadSummary Summary { get; }

    /// <summary>The rows, in order of the input.</summary>
    /// <exception cref="InputFormatException">The input as a whole cannot be read as asked.</exception>
    /// <exception cref="IOException">The input cannot be read, or its compression is damaged.</exception>
    /// <exception cref="OperationCanceledException"><see cref="ReviewReaderOptions.QueryCancellation"/> ended the query.</exception>
    IEnumerable<ReviewRow> Read();
}

/// <summary>What was read from one input, and what in it was odd.</summary>
/// <param name="Source">Name of the file or stream.</param>
/// <param name="Format">Layout, never <see cref="InputFormat.Auto"/>.</param>
/// <param name="Encoding">Name of the encoding, such as <c>utf-8</c> or <c>gb18030</c>; <c>unicode</c> where the input
/// hands over characters rather than bytes, as workbooks and databases do.</param>
/// <param name="Rows">Data rows, accepted and rejected.</param>
/// <param name="Rejected">Rows that are not reviews.</param>
/// <param name="ReplacedSequences">Byte sequences that are invalid in the encoding; each was read as U+FFFD.</param>
/// <param name="FirstReplacedLine">Line of the first of these, 1-based, or 0 when there is none.</param>
/// <param name="UnreadableValues">Optional values that could not be read (a date, a rating) and were left out, per column.</param>
public sealed record ReadSummary(
    string Source,
    InputFormat Format,
    string Encoding,
    long Rows,
    long Rejected,
    long ReplacedSequences,
    long FirstReplacedLine,
    ImmutableSortedDictionary<string, long> UnreadableValues)
{
    /// <summary>Sheets of a workbook that hold rows and were not read, since their header differs. By default none.</summary>
    public ImmutableArray<string> SkippedSheets { get; init; } = [];

    /// <summary>Columns that were not read, since no field is known by their names. By default none.</summary>
    public ImmutableArray<string> UnusedColumns { get; init; } = [];
}
