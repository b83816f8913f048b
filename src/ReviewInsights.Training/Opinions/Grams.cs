using ReviewInsights.Text;

namespace ReviewInsights.Training.Opinions;

/// <summary>Character n-grams, each packed into one number: sixteen bits a character, the first character highest.</summary>
internal static class Grams
{
    /// <summary>A stretch of text as grams see it: folded, between a start and an end mark.</summary>
    internal static string Fold(CharacterFolding folding, ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length + 2];
        folded[0] = GramMarks.Start;
        folded[^1] = GramMarks.End;
        for (var i = 0; i < text.Length; i++) folded[i + 1] = GramMarks.Fold(folding, text[i]);
        return new string(folded);
    }

    internal static int LengthOf(ulong gram) => gram switch { > 0xFFFF_FFFF_FFFF => 4, > 0xFFFF_FFFF => 3, > 0xFFFF => 2, _ => 1 };

    internal static string ToText(ulong gram) => string.Create(LengthOf(gram), gram, static (text, g) =>
    {
        for (var i = text.Length - 1; i >= 0; i--, g >>= 16) text[i] = (char)g;
    });

    /// <summary>All grams of up to <paramref name="maxLength"/> characters, repeats included.</summary>
    internal static List<ulong> Collect(ReadOnlySpan<char> folded, int maxLength)
    {
        var grams = new List<ulong>(folded.Length * maxLength);
        for (var i = 0; i < folded.Length; i++)
        {
            ulong gram = 0;
            for (var j = i; j < folded.Length && j < i + maxLength; j++) grams.Add(gram = gram << 16 | folded[j]);
        }
        return grams;
    }
}
