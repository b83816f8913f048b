namespace ReviewInsights.Text;

/// <summary>What a UTF-16 code unit is to the segmenter and the clause splitter.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Punctuation or symbol that neither ends a clause nor belongs to a word.</summary>
    Symbol = 0,
    Space,
    LineBreak,
    Han,
    Letter,
    Digit,
    /// <summary>Ends a sentence: 。！？…</summary>
    SentenceEnd,
    /// <summary>Ends a clause: ，；：and brackets.</summary>
    ClauseEnd,
    /// <summary>、: separates members of a list, which may share what follows.</summary>
    ListComma,
    HighSurrogate,
    LowSurrogate,
    /// <summary>Joiner, variation selector: belongs to the emoji before it.</summary>
    EmojiPart,
    /// <summary>Symbol of the basic plane shown as an emoji (❤ ☺ ★).</summary>
    EmojiSymbol,
}
