namespace ReviewInsights;

/// <summary>A word that says much about the texts it was taken from.</summary>
/// <param name="Word">The word as it stands in the texts, folded for look-up (half width, lower case, simplified).</param>
/// <param name="Weight">Its weight, 0 or more; comparable within one extraction only.</param>
/// <param name="Occurrences">How often it occurs.</param>
public readonly record struct Keyword(string Word, double Weight, int Occurrences);
