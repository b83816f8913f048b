namespace ReviewInsights;

/// <summary>The letters that word classes are written with.</summary>
public static class WordTagCodes
{
    /// <summary>
    /// The customary short code: n noun, nz name, v verb, a adjective, d adverb, m numeral, q measure word, r pronoun, p preposition,
    /// c conjunction, u particle, i idiom, t time or place, eng letters and digits, w punctuation and space, e emoji, x the rest.
    /// </summary>
    public static string ToCode(this WordTag tag) => tag switch
    {
        WordTag.Noun => "n",
        WordTag.Name => "nz",
        WordTag.Verb => "v",
        WordTag.Adjective => "a",
        WordTag.Adverb => "d",
        WordTag.Numeral => "m",
        WordTag.Measure => "q",
        WordTag.Pronoun => "r",
        WordTag.Preposition => "p",
        WordTag.Conjunction => "c",
        WordTag.Particle => "u",
        WordTag.Idiom => "i",
        WordTag.TimeOrPlace => "t",
        WordTag.Alphanumeric => "eng",
        WordTag.Punctuation or WordTag.Space => "w",
        WordTag.Emoji => "e",
        _ => "x",
    };
}
