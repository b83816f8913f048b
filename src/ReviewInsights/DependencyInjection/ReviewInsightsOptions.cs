namespace ReviewInsights;

/// <summary>How <c>AddReviewInsights</c> sets an analyser up.</summary>
public sealed class ReviewInsightsOptions
{
    /// <summary>Loads the lexicon, once.</summary>
    /// <value>The default is <see cref="Lexicon.LoadDefault"/>.</value>
    public Func<Lexicon> LoadLexicon { get; set; } = Lexicon.LoadDefault;

    /// <summary>Options of the analyser.</summary>
    public ReviewAnalyzerOptions Analyzer { get; set; } = new();
}
