namespace ReviewInsights.Training.Importing;

/// <summary>A word of the dictionary that is being imported.</summary>
/// <param name="Word">The word in look-up form.</param>
/// <param name="Frequency">How often the dictionary's corpus holds it; at least 1.</param>
/// <param name="Tag">Word class in the dictionary's own tag set.</param>
internal readonly record struct DictionaryEntry(string Word, int Frequency, string Tag)
{
    internal bool IsIdiom => Tag == "i";

    /// <summary>Names and abbreviations are units whatever they are made of (中国银行, 欧莱雅).</summary>
    internal bool IsNameOrAbbreviation => Tag is "nr" or "nrt" or "nrfg" or "nrf" or "ns" or "nt" or "nz" or "j";
}
