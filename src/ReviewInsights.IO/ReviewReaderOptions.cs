using System.Collections.Immutable;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO;

/// <summary>How an input is to be read. Every default means: find out.</summary>
public sealed record ReviewReaderOptions
{
    /// <summary>Layout of the input.</summary>
    /// <value>Default: <see cref="InputFormat.Auto"/>.</value>
    public InputFormat Format { get; init; }

    /// <summary>Name of the encoding, or <c>auto</c>, which tells UTF-8, UTF-16 and GB18030 apart and UTF-32 by its mark.</summary>
    /// <value>Default: <c>auto</c>.</value>
    public string Encoding { get; init; } = "auto";

    /// <summary>Delimiter of a CSV input.</summary>
    /// <value>Default: null, which takes the one of <c>, ; | tab</c> that splits the header best.</value>
    public char? Delimiter { get; init; }

    /// <summary>Sheet of a workbook, by its name.</summary>
    /// <value>Default: null, which takes the first sheet with rows and those behind it that continue it under the same header.</value>
    public string? Sheet { get; init; }

    /// <summary>Table of a database: <c>reviews</c> or <c>schema.reviews</c>. It is read in the order of its key.</summary>
    /// <value>Default: null, which takes the only table there is.</value>
    public string? Table { get; init; }

    /// <summary>SQL to read from a database instead of a table. It can only read.</summary>
    /// <value>Default: null.</value>
    public string? Query { get; init; }

    /// <summary>
    /// Ends a query that runs: the source then throws <see cref="OperationCanceledException"/>. For databases only, where a row may be
    /// hours away; whoever reads a file or stream stops between two rows.
    /// </summary>
    /// <value>Default: none.</value>
    public CancellationToken QueryCancellation { get; init; }

    /// <summary>Column (CSV) or property (NDJSON) to take a field from, instead of the names known for it.</summary>
    /// <value>Default: empty.</value>
    public ImmutableDictionary<ReviewField, string> Columns { get; init; } = ImmutableDictionary<ReviewField, string>.Empty;

    /// <summary>Offset from UTC of times that carry none and of Unix times.</summary>
    /// <value>Default: +08:00, the one zone of mainland China, where the reviews are written.</value>
    public TimeSpan AssumedOffset { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Longest text of a review, in UTF-16 code units; a row with a longer one is rejected.</summary>
    /// <value>Default: that of <see cref="ReviewAnalyzerOptions.MaxTextLength"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxTextLength
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The longest text has 1 code unit or more.");
    } = new ReviewAnalyzerOptions().MaxTextLength;

    /// <summary>
    /// Whether a blank NDJSON line is a row (a rejected one) rather than nothing, for callers who wait for an answer to every line.
    /// </summary>
    /// <value>Default: false.</value>
    public bool RejectBlankLines { get; init; }

    /// <summary>Whether <see cref="Encoding"/> may have this value: <c>auto</c> or the name of an encoding.</summary>
    public static bool IsKnownEncoding(string name) => InputDecoder.IsKnown(name);
}
