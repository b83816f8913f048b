namespace ReviewInsights.IO;

/// <summary>One data row of an input: a review, or the reason why it is none. Exactly one of the two is set.</summary>
/// <param name="Number">Number of the data row, 1-based; headers and blank lines do not count, rejected rows do.</param>
/// <param name="Line">Line on which the row starts, 1-based; row of the sheet in a workbook; the number in a database.</param>
/// <param name="Review">The review, or null when the row is rejected.</param>
/// <param name="Rejection">Why the row is rejected, or null.</param>
public readonly record struct ReviewRow(long Number, long Line, Review? Review, RowRejection? Rejection)
{
    /// <summary>Whether the input named the review; otherwise its id is <see cref="Number"/>.</summary>
    public bool HasOwnId { get; init; }
}

/// <summary>Why a row could not be read. Reading goes on behind it.</summary>
/// <param name="Source">Name of the file or stream.</param>
/// <param name="Number">Number of the data row, 1-based.</param>
/// <param name="Line">Line on which the row starts, 1-based.</param>
/// <param name="Column">Character position in that line, 1-based, or null where the whole row is meant.</param>
/// <param name="Reason">What is wrong, for a person.</param>
/// <param name="Raw">The row as it stands in the input, without its line end; of workbooks and databases its values as CSV.</param>
public sealed record RowRejection(string Source, long Number, long Line, int? Column, string Reason, string Raw);
