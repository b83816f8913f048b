namespace ReviewInsights.Lexicons;

/// <summary>Maps the dictionary's part-of-speech codes to word classes by their first letters.</summary>
internal static class WordTags
{
    internal static WordTag Parse(string code) => code switch
    {
        "" or "zg" => WordTag.Other, // jieba's zg is a catch-all of single characters
        ['n', 'r' or 's' or 't' or 'z', ..] => WordTag.Name,
        ['n', ..] => WordTag.Noun,
        ['v', ..] => WordTag.Verb,
        ['a' or 'z' or 'b', ..] => WordTag.Adjective,
        ['d', ..] => WordTag.Adverb,
        ['m', ..] => WordTag.Numeral,
        ['q', ..] => WordTag.Measure,
        ['r', ..] => WordTag.Pronoun,
        ['p', ..] => WordTag.Preposition,
        ['c', ..] => WordTag.Conjunction,
        ['u' or 'y' or 'e' or 'o', ..] => WordTag.Particle,
        ['i' or 'l' or 'j', ..] => WordTag.Idiom,
        ['t' or 'f' or 's', ..] => WordTag.TimeOrPlace,
        _ => WordTag.Other,
    };
}
