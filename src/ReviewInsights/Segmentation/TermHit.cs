using ReviewInsights.Lexicons;

namespace ReviewInsights.Segmentation;

/// <summary>A term of the lexicon found in the text.</summary>
/// <param name="Start">Index of its first code unit.</param>
/// <param name="End">Index behind its last code unit.</param>
/// <param name="List">Number of its term list.</param>
/// <param name="Kinds">What the rows of that list are, once <see cref="TermFinder"/> has kept it.</param>
internal readonly record struct TermHit(int Start, int End, int List, TermKinds Kinds = TermKinds.None);
