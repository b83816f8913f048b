namespace ReviewInsights.IO;

/// <summary>
/// How many values could not be written as they were; whatever is not counted here can be read back as it was. Each number counts
/// values (cells of the table), not characters.
/// </summary>
/// <param name="GuardedFormulas">Texts that a spreadsheet would run as a formula and that got an apostrophe in front.</param>
/// <param name="ReplacedSurrogates">Texts with half a surrogate pair, which UTF-8 cannot carry; U+FFFD stands in its place.</param>
/// <param name="ReplacedNulls">Texts with the character NUL, which databases cut texts at or refuse; U+FFFD stands in its place.</param>
/// <param name="ShortenedTexts">Texts longer than a cell of a spreadsheet, cut to what fits.</param>
public readonly record struct WriteLosses(long GuardedFormulas, long ReplacedSurrogates, long ReplacedNulls, long ShortenedTexts)
{
    /// <summary>Both together: those of two threads or two files.</summary>
    public WriteLosses Merge(WriteLosses other) => new(
        GuardedFormulas + other.GuardedFormulas,
        ReplacedSurrogates + other.ReplacedSurrogates,
        ReplacedNulls + other.ReplacedNulls,
        ShortenedTexts + other.ShortenedTexts);
}
