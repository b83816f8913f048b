using ReviewInsights.IO.Columns;
using ReviewInsights.IO.Decoding;

namespace ReviewInsights.IO.Lines;

/// <summary>One review text a line; a blank line is a review without words, so that line n stays row n.</summary>
internal sealed class LinesReviewSource(string name, InputStream stream, LineReader lines, ReviewReaderOptions options)
    : LineReviewSource(name, stream, lines, InputFormat.Lines, options)
{
    protected override IEnumerable<ReviewRow> ReadRows()
    {
        while (Lines.TryRead())
        {
            Assembler.Set(ReviewField.Text, Lines.Current.ToString());
            yield return Accept(Lines.LineNumber);
        }
    }
}
