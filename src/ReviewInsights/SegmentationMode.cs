namespace ReviewInsights;

/// <summary>Which words of a text are wanted.</summary>
public enum SegmentationMode
{
    /// <summary>The likeliest cut; tokens tile the text.</summary>
    Precise = 0,

    /// <summary>
    /// Every word of the dictionary of two or more characters, wherever it stands; single characters and runs only where no such
    /// word covers them. Tokens overlap.
    /// </summary>
    Full = 1,

    /// <summary>
    /// The precise cut and, before each word of three or more characters, the dictionary words of two characters inside it and,
    /// for words of four or more, of three. For indexing; tokens overlap.
    /// </summary>
    Search = 2,
}
