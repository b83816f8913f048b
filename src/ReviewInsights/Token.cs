namespace ReviewInsights;

/// <summary>A word of the text.</summary>
/// <param name="Span">Where it stands. The tokens of a text tile it without gap or overlap.</param>
/// <param name="Tag">Word class from the dictionary, or what the token is made of.</param>
/// <param name="IsKnown">Whether the dictionary holds the word.</param>
public readonly record struct Token(TextSpan Span, WordTag Tag, bool IsKnown);

/// <summary>Word class of a token, after the tag set of the PKU corpus as the dictionary uses it.</summary>
public enum WordTag : byte
{
    /// <summary>Not known.</summary>
    Unknown = 0,

    /// <summary>Noun (n and its kinds).</summary>
    Noun = 1,

    /// <summary>Name of a person, place, body or brand (nr, ns, nt, nz).</summary>
    Name = 2,

    /// <summary>Verb (v).</summary>
    Verb = 3,

    /// <summary>Adjective (a).</summary>
    Adjective = 4,

    /// <summary>Adverb (d).</summary>
    Adverb = 5,

    /// <summary>Numeral (m).</summary>
    Numeral = 6,

    /// <summary>Measure word (q).</summary>
    Measure = 7,

    /// <summary>Pronoun (r).</summary>
    Pronoun = 8,

    /// <summary>Preposition (p).</summary>
    Preposition = 9,

    /// <summary>Conjunction (c).</summary>
    Conjunction = 10,

    /// <summary>Particle (u, y, e, o).</summary>
    Particle = 11,

    /// <summary>Idiom or set phrase (i, l, j).</summary>
    Idiom = 12,

    /// <summary>Time word (t) or locative (f, s).</summary>
    TimeOrPlace = 13,

    /// <summary>Other word of the dictionary.</summary>
    Other = 14,

    /// <summary>Run of letters, digits or both, with inner signs (i5-3210M, 2.5k).</summary>
    Alphanumeric = 15,

    /// <summary>Punctuation or symbol.</summary>
    Punctuation = 16,

    /// <summary>White space.</summary>
    Space = 17,

    /// <summary>Emoji sequence.</summary>
    Emoji = 18,
}
