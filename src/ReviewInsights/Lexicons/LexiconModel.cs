using ReviewInsights.Text;

namespace ReviewInsights.Lexicons;

/// <summary>A lexicon as rows: what the tables hold, before it is compiled and after it is read back.</summary>
internal sealed class LexiconModel
{
    internal string Name { get; set; } = "lexicon";

    internal List<string> Sources { get; } = [];

    internal List<NamedCode> Stages { get; } = [];

    internal List<NamedCode> Aspects { get; } = [];

    /// <summary>Aspects first, then level-two attributes; parallel to <see cref="AttributeEntries"/>.</summary>
    internal List<NamedCode> Attributes { get; } = [];

    internal List<AttributeEntry> AttributeEntries { get; } = [];

    internal Dictionary<string, WordRow> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Reviews that hold each word, and their number under <see cref="DocumentCounts.AllDocuments"/>.</summary>
    internal Dictionary<string, int> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that must be cut, with the parts to cut them into.</summary>
    internal Dictionary<string, string[]> Splits { get; } = new(StringComparer.Ordinal);

    /// <summary>Terms in the order they were read; change them through <see cref="AddTerm"/>.</summary>
    internal List<TermRow> Terms { get; } = [];

    private readonly Dictionary<TermKey, int> _termIndex = [];

    internal int WordCount { get; set; }

    internal PackedModel Trained { get; set; } = PackedModel.None;

    internal CharacterFolding Folding { get; } = new();

    internal ushort AddSource(string name)
    {
        Sources.Add(name);
        return checked((ushort)(Sources.Count - 1));
    }

    /// <summary>Adds a word, or changes what an earlier row says about it.</summary>
    internal void AddWord(string word, double? frequency, WordTag tag)
    {
        Words.TryGetValue(word, out var earlier);
        Words[word] = new WordRow(frequency, tag, earlier.Frequency ?? earlier.Known);
        Splits.Remove(word);
    }

    internal void RemoveWord(string word)
    {
        Words.Remove(word);
        Splits.Remove(word);
    }

    /// <summary>Has a word cut into parts, which become words where they are none.</summary>
    internal void SplitWord(string word, string[] parts)
    {
        RemoveWord(word);
        foreach (var part in parts)
            if (!Words.ContainsKey(part)) AddWord(part, null, WordTag.Other);
        Splits.Add(word, parts);
    }

    /// <summary>Adds a term, or replaces the row that says something else about the same thing.</summary>
    /// <returns>The row that was replaced, or null.</returns>
    internal TermRow? AddTerm(TermRow row)
    {
        var key = new TermKey(row.Term, row.Entry.Kind, row.Entry.Attribute, row.Entry.Kind == TermKind.Opinion ? row.Entry.Variant : (byte)0);
        if (_termIndex.TryGetValue(key, out var index))
        {
            var replaced = Terms[index];
            Terms[index] = row;
            return replaced;
        }
        _termIndex.Add(key, Terms.Count);
        Terms.Add(row);
        return null;
    }

    internal int FindAttribute(string code) => Attributes.FindIndex(a => a.Code == code);

    internal int FindStage(string code) => Stages.FindIndex(s => s.Code == code);
}

/// <summary>What makes two rows speak about the same thing.</summary>
internal readonly record struct TermKey(string Term, TermKind Kind, ushort Attribute, byte Binding);

/// <summary>A stable code and its names.</summary>
internal sealed record NamedCode(string Code, string Chinese, string English);

/// <summary>A word of the segmentation dictionary.</summary>
/// <param name="Frequency">Occurrences; null means: frequent enough to win over its parts; infinite: never cut.</param>
/// <param name="Tag">Word class.</param>
/// <param name="Known">Where there is no frequency, the one an earlier row gave: the word is at least as frequent.</param>
internal readonly record struct WordRow(double? Frequency, WordTag Tag, double Known = 0);

/// <summary>A term, folded for look-up, and what one row says about it.</summary>
internal readonly record struct TermRow(string Term, TermEntry Entry);
