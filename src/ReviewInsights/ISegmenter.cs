namespace ReviewInsights;

/// <summary>
/// Another segmenter in place of the built-in one: set <see cref="ReviewAnalyzerOptions.Segmenter"/>. Opinions are then found
/// on its token boundaries.
/// </summary>
public interface ISegmenter
{
    /// <summary>Cuts a text into words. Called from several threads at once.</summary>
    /// <param name="text">Any text, strange text included; never empty.</param>
    /// <param name="tokens">Takes the tokens, first to last; they must tile the text.</param>
    void Segment(ReadOnlySpan<char> text, TokenBuffer tokens);
}
