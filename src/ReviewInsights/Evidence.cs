namespace ReviewInsights;

/// <summary>
/// One step on the way to an opinion's score. Steps form a chain: the first starts from 0, each starts where the one before
/// it ended, and the last ends at the opinion's score, so the score can be recomputed by reading.
/// </summary>
/// <param name="Kind">What kind of rule made the step.</param>
/// <param name="Rule">Where the rule stands: the row of the lexicon (<c>polarity/general.tsv:41</c>) or the name of a grammar rule.</param>
/// <param name="Span">The wording that triggered it; lies within the opinion's clause or the clause it is linked to.</param>
/// <param name="Before">Score before the step, in [-1, 1].</param>
/// <param name="After">Score after the step, in [-1, 1].</param>
public sealed record Evidence(EvidenceKind Kind, string Rule, TextSpan Span, double Before, double After);
