namespace ReviewInsights.Training.Importing;

/// <summary>
/// Brings words into the form in which they are looked up: half-width, lower case, simplified. One character stays one
/// character.
/// </summary>
internal sealed class LookupFolding(IReadOnlyDictionary<char, char> simplified)
{
    // The full-width forms of ! to ~ stand at one fixed distance from ASCII.
    private const char FullWidthFirst = '！';
    private const char FullWidthLast = '～';
    private const int FullWidthDistance = FullWidthFirst - '!';

    internal string Fold(string text) => string.Create(text.Length, (text, this), static (folded, state) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = state.Item2.Fold(state.text[i]);
    });

    private char Fold(char character)
    {
        if (character is >= FullWidthFirst and <= FullWidthLast)
            character = (char)(character - FullWidthDistance);

        return simplified.TryGetValue(character, out var plain) ? plain : char.ToLowerInvariant(character);
    }
}
