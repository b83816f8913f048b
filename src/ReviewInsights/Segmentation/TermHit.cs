namespace ReviewInsights.Segmentation;

/// <summary>A term of the lexicon found in the text.</summary>
/// <param name="Start">Index of its first code unit.</param>
/// <param name="End">Index behind its last code unit.</param>
/// <param name="List">Number of its term list.</param>
internal readonly record struct TermHit(int Start, int End, int List);
