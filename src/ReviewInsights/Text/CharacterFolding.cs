namespace ReviewInsights.Text;

/// <summary>
/// Folds one code unit to the one used for look-up: full width → half width, upper → lower case, traditional → simplified.
/// One unit always becomes one unit, so an offset into the folded text is an offset into the original.
/// </summary>
internal sealed class CharacterFolding
{
    private readonly Dictionary<char, char> _traditional = [];

    /// <summary>The traditional forms, in code point order.</summary>
    internal IEnumerable<KeyValuePair<char, char>> Pairs => _traditional.OrderBy(pair => pair.Key);

    internal void Add(char traditional, char simplified) => _traditional[traditional] = simplified;

    internal char Fold(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - 0xFEE0);
        c = char.ToLowerInvariant(c);
        return _traditional.TryGetValue(c, out var simplified) ? simplified : c;
    }

    internal string Fold(string text) =>
        string.Create(text.Length, (text, this), static (folded, state) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = state.Item2.Fold(state.text[i]);
        });
}
