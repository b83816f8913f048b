using System.Globalization;
using ReviewInsights.IO;

namespace ReviewInsights.RabbitMq;

/// <summary>Reads the body of a message: one review, as a line of the NDJSON input of <c>review-insights tag</c>.</summary>
internal static class ReviewMessage
{
    private static readonly ReviewReaderOptions Options = new() { Format = InputFormat.Ndjson, Encoding = "utf-8", RejectBlankLines = true };

    private static readonly int LongestText = new ReviewAnalyzerOptions().MaxTextLength;

    /// <param name="body">A JSON object; it may be laid out over several lines.</param>
    /// <param name="sequence">Its place in the input: the identifier of a review that has none, as <c>tag</c> takes the row number.</param>
    /// <param name="reason">Why there is no review, where there is none.</param>
    public static Review? Read(ReadOnlySpan<byte> body, long? sequence, out string reason)
    {
        // Line ends stand between the tokens of JSON and nowhere else.
        var line = body.ToArray();
        line.AsSpan().Replace((byte)'\n', (byte)' ');
        line.AsSpan().Replace((byte)'\r', (byte)' ');
        var row = ReadRow([.. line, (byte)'\n']);
        if (row.Review is not { } review)
        {
            reason = row.Rejection!.Reason;
            return null;
        }

        if (review.Text.Length > LongestText)
        {
            reason = $"the text has {review.Text.Length} UTF-16 code units; at most {LongestText} are analysed";
            return null;
        }

        reason = "";
        return HasNoId(review, line) ? review with { Id = sequence?.ToString(CultureInfo.InvariantCulture) ?? review.Id } : review;
    }

    // The reader gives a review without an identifier the number of its row, so in another row it is called otherwise.
    private static bool HasNoId(Review review, byte[] line) =>
        review.Id == "1" && ReadRow([.. "{}\n"u8, .. line, (byte)'\n'], skip: 1).Review?.Id == "2";

    private static ReviewRow ReadRow(byte[] lines, int skip = 0)
    {
        using var input = ReviewInput.Open(new MemoryStream(lines), "message", Options);
        using var reviews = input.Reviews();
        return reviews.Read().Skip(skip).First();
    }
}
