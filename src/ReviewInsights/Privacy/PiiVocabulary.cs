using System.Buffers;
using System.Collections.Frozen;
using ReviewInsights.Lexicons;

namespace ReviewInsights.Privacy;

/// <summary>The words by which personal data are recognised. Immutable.</summary>
internal sealed class PiiVocabulary
{
    private const string DefaultResource = "privacy.tsv";

    /// <summary>Names of the roles in a table, in the order of the bits of <see cref="WordRoles"/>.</summary>
    private static readonly string[] RoleNames =
        ["phone", "id-card", "bank-card", "order", "account", "account-maybe", "address", "carrier", "filler", "unit", "area", "region", "town", "road", "place", "house", "building", "floor", "stop", "lookalike"];

    private readonly FrozenDictionary<char, Initial> _words;

    private PiiVocabulary(List<Word> words)
    {
        _words = words.GroupBy(word => word.Text[0]).ToFrozenDictionary(group => group.Key, group => new Initial(group));
        Starts = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => Glyph.IsWordPart(c) || _words.ContainsKey(Glyph.Fold(c)))]);
    }

    /// <summary>Characters at which something may begin: letters, digits, first characters of words.</summary>
    internal SearchValues<char> Starts { get; }

    internal static PiiVocabulary LoadDefault()
    {
        using var resource = typeof(PiiVocabulary).Assembly.GetManifestResourceStream(DefaultResource)
            ?? throw new LexiconFormatException("RI131", DefaultResource, 0, 0, "the assembly holds no words of personal data: it was built without them");
        using var reader = new StreamReader(resource);
        return Read(reader, DefaultResource);
    }

    /// <exception cref="LexiconFormatException">The header is another one, a word is not folded or stands twice, or a role is unknown.</exception>
    internal static PiiVocabulary Read(TextReader reader, string sourceName)
    {
        var rows = new TsvReader(reader, sourceName);
        rows.ReadHeader();
        if (string.Join(' ', rows.Columns) != LexiconTables.PrivacyHeader) throw rows.Error("RI132", 0, $"the columns of a table of privacy are: {LexiconTables.PrivacyHeader}");
        var words = new List<Word>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (rows.ReadRow())
        {
            var text = rows.Required(0);
            if (text.Any(c => Glyph.Fold(c) != c)) throw rows.Error("RI133", 0, $"'{text}' is not in lower case and half width");
            if (!known.Add(text)) throw rows.Error("RI119", 0, $"'{text}' stands twice");
            words.Add(new Word(text, Roles(rows)));
        }
        return new PiiVocabulary(words);
    }

    /// <summary>Length of the longest word at <paramref name="at"/> that has one of the wanted roles, or 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the word begins.</param>
    /// <param name="wanted">Roles that count.</param>
    /// <param name="roles">All roles of the word.</param>
    internal int Match(ReadOnlySpan<char> text, int at, WordRoles wanted, out WordRoles roles)
    {
        roles = WordRoles.Nothing;
        if (at >= text.Length || !_words.TryGetValue(Glyph.Fold(text[at]), out var initial) || (initial.Roles & wanted) == WordRoles.Nothing) return 0;
        foreach (var word in initial.Words)
        {
            if ((word.Roles & wanted) == WordRoles.Nothing || !StandsAt(word.Text, text, at)) continue;
            roles = word.Roles;
            return word.Text.Length;
        }
        return 0;
    }

    internal bool Has(ReadOnlySpan<char> text, int at, WordRoles wanted) => Match(text, at, wanted, out _) > 0;

    /// <summary>Letters of a word must not go on as letters of the text: wx is not in wxyz.</summary>
    private static bool StandsAt(string word, ReadOnlySpan<char> text, int at)
    {
        var end = at + word.Length;
        if (end > text.Length) return false;
        for (var i = 0; i < word.Length; i++)
            if (Glyph.Fold(text[at + i]) != word[i]) return false;
        return !Glyph.IsLetter(word[^1]) || end == text.Length || !Glyph.IsLetter(text[end]);
    }

    private static WordRoles Roles(TsvReader rows)
    {
        var roles = WordRoles.Nothing;
        foreach (var name in rows.Required(1).Split(','))
        {
            var bit = Array.IndexOf(RoleNames, name);
            if (bit < 0) throw rows.Error("RI134", 1, $"role '{name}' is not one of: {string.Join(", ", RoleNames)}");
            roles |= (WordRoles)(1 << bit);
        }
        return roles;
    }

    private sealed record Word(string Text, WordRoles Roles);

    /// <summary>The words that begin with one character, longer ones first, and all that they do.</summary>
    private sealed class Initial(IEnumerable<Word> words)
    {
        internal Word[] Words { get; } = [.. words.OrderByDescending(word => word.Text.Length)];

        internal WordRoles Roles { get; } = words.Aggregate(WordRoles.Nothing, (roles, word) => roles | word.Roles);
    }
}
