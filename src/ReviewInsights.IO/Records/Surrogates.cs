namespace ReviewInsights.IO.Records;

/// <summary>Halves of surrogate pairs, which truncated exports contain and UTF-8 cannot carry.</summary>
internal static class Surrogates
{
    private const char First = '\ud800';
    private const char Last = '\udfff';

    /// <summary>Whether a text holds half a pair without the other.</summary>
    public static bool HasLone(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAnyInRange(First, Last)) >= 0;)
        {
            if (!IsPair(text, at))
                return true;
            text = text[(at + 2)..];
        }

        return false;
    }

    /// <summary>Whether the character at <paramref name="at"/> is the first of a whole pair.</summary>
    public static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
