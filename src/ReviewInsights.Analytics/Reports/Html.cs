using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ReviewInsights.Analytics.Reports;

/// <summary>
/// Writes HTML. Literal parts of an interpolated string are markup, every hole is text and is encoded: there is no way to write
/// data as markup.
/// </summary>
internal sealed class Html(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public void Add([InterpolatedStringHandlerArgument("")] ref Part part)
    {
        _ = part;
        Destination.Write('\n');
    }

    [InterpolatedStringHandler]
    internal readonly struct Part
    {
        private readonly TextWriter _writer;

        public Part(int literalLength, int formattedCount, Html html)
        {
            _ = literalLength + formattedCount;
            _writer = html.Destination;
        }

        public void AppendLiteral(string markup) => _writer.Write(markup);

        public void AppendFormatted(string? text)
        {
            if (!string.IsNullOrEmpty(text)) Encoder.Encode(_writer, text);
        }
    }

    private TextWriter Destination { get; } = writer;
}
