namespace ReviewInsights;

/// <summary>
/// Another model of a review's overall polarity, such as one of ML.NET or ONNX: set
/// <see cref="ReviewAnalyzerOptions.PolarityModel"/>. Opinions stay as they are.
/// </summary>
public interface IPolarityModel
{
    /// <summary>The probability, in [0, 1], that a review is positive. Called from several threads at once.</summary>
    /// <param name="text">Any text, strange text included.</param>
    double ProbabilityOfPositive(ReadOnlySpan<char> text);
}
