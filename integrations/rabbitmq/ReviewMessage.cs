using System.Globalization;
using ReviewInsights.IO;

namespace ReviewInsights.RabbitMq;

/// <summary>Reads the body of a message: one review, as a line of the NDJSON input of <c>review-insights tag</c>.</summary>
internal static class ReviewMessage
{
    private static readonly ReviewReaderOptions Options = new() { Format = InputFormat.Ndjson, Encoding = "utf-8", RejectBlankLines = true };

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

        reason = "";
        return row.HasOwnId ? review : review with { Id = sequence?.ToString(CultureInfo.InvariantCulture) ?? review.Id };
    }

    private static ReviewRow ReadRow(byte[] line)
    {
        using var input = ReviewInput.Open(new MemoryStream(line), "message", Options);
        using var reviews = input.Reviews();
        return reviews.Read().First();
    }
}
