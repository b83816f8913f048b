namespace ReviewInsights;

/// <summary>
/// Another model that finds opinions, such as one of ML.NET or ONNX: set <see cref="ReviewAnalyzerOptions.AspectModel"/>. It takes
/// the place of rules and trained model alike.
/// </summary>
public interface IAspectModel
{
    /// <summary>Finds the opinions of a review. Called from several threads at once.</summary>
    /// <param name="text">Any text, strange text included; never empty.</param>
    /// <param name="opinions">Takes the opinions, in any order.</param>
    void FindOpinions(ReadOnlySpan<char> text, OpinionBuffer opinions);
}
