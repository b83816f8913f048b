using System.Collections.Immutable;
using System.Text;
using ReviewInsights.Lexicons;
using ReviewInsights.Text;

namespace ReviewInsights;

/// <summary>
/// Words, aspects, opinion words and rules in compiled form. Immutable and safe for any number of threads; two lexicons in
/// one process never influence each other.
/// </summary>
public sealed class Lexicon
{
    /// <summary>Code used where an opinion belongs to no stage.</summary>
    public const string NoStageCode = "none";

    /// <summary>Code of the aspect that takes a verdict on the whole.</summary>
    public const string OverallAspectCode = "overall";

    private const string DefaultResource = "zh.rilex";

    private readonly LexiconImage _image;
    private readonly ImmutableArray<string> _sources;

    private Lexicon(LexiconImage image)
    {
        _image = image;
        var names = ReadNames();
        _sources = [.. names.Sources];
        Info = new LexiconInfo(names.Name, LexiconFormat.Version, image.ContentHash, names.WordCount,
            image.Section<TermEntry>(LexiconFormat.Section.Terms).Length,
            Codes(names.Aspects), Codes(names.Attributes.Skip(names.Aspects.Count)), Codes(names.Stages))
        {
            AspectNames = Named(names.Attributes),
            StageNames = Named(names.Stages),
        };
        AttributeCodes = Codes(names.Attributes);
        var overall = AttributeCodes.IndexOf(OverallAspectCode);
        Model = ReadModel();
        OverallAttribute = overall < 0 ? TermEntry.NoAttribute : (ushort)overall;
    }

    /// <summary>What the lexicon is and what it can name.</summary>
    public LexiconInfo Info { get; }

    /// <summary>Index of the aspect for a verdict on the whole, or <see cref="TermEntry.NoAttribute"/> where the lexicon has none.</summary>
    internal ushort OverallAttribute { get; }

    /// <summary>Codes by attribute index: aspects first.</summary>
    internal ImmutableArray<string> AttributeCodes { get; }

    internal ReadOnlySpan<ushort> CharacterCodes => _image.Section<ushort>(LexiconFormat.Section.CharacterCodes);

    internal Trie Trie => new(_image.Section<ushort>(LexiconFormat.Section.TrieLabels), _image.Section<TrieNode>(LexiconFormat.Section.TrieNodes));

    internal ReadOnlySpan<int> TermLists => _image.Section<int>(LexiconFormat.Section.TermLists);

    internal ReadOnlySpan<TermEntry> Terms => _image.Section<TermEntry>(LexiconFormat.Section.Terms);

    /// <summary>What the rows of each term list are.</summary>
    internal ReadOnlySpan<TermKinds> TermKinds => _image.Section<TermKinds>(LexiconFormat.Section.TermKinds);

    internal ReadOnlySpan<byte> Documents => _image.Section<byte>(LexiconFormat.Section.DocumentCounts);

    /// <summary>The trained model, or null where the lexicon has none that fits its aspects and stages.</summary>
    internal ModelData? Model { get; }

    internal ReadOnlySpan<ushort> GramCodes => _image.Section<ushort>(LexiconFormat.Section.GramCodes);

    internal Trie GramTrie => new(_image.Section<ushort>(LexiconFormat.Section.GramLabels), _image.Section<TrieNode>(LexiconFormat.Section.GramNodes));

    internal ReadOnlySpan<sbyte> GramWeights => _image.Weights;

    internal ReadOnlySpan<AttributeEntry> Attributes => _image.Section<AttributeEntry>(LexiconFormat.Section.Attributes);

    /// <summary>The lexicon that comes with the library. Maps the embedded data in place: milliseconds, and shared pages.</summary>
    /// <returns>A fresh instance on each call.</returns>
    public static Lexicon LoadDefault()
    {
        var resource = typeof(Lexicon).Assembly.GetManifestResourceStream(DefaultResource)
            ?? throw new LexiconFormatException("RI202", DefaultResource, 0, 0, "the assembly holds no lexicon: it was built without one");
        return resource is UnmanagedMemoryStream mapped
            ? new Lexicon(LexiconImage.FromResource(mapped, DefaultResource))
            : Load(resource, DefaultResource);
    }

    /// <summary>Reads a compiled lexicon. The whole content is checked once.</summary>
    /// <param name="compiled">A stream made by <see cref="Save"/>; read to its end and left open.</param>
    /// <param name="sourceName">Name used in error messages.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LexiconFormatException">The content is not a compiled lexicon of this version, or it is damaged.</exception>
    public static Lexicon Load(Stream compiled, string sourceName = "lexicon")
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(sourceName);
        using var buffer = new MemoryStream();
        compiled.CopyTo(buffer);
        return FromBytes(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), sourceName);
    }

    /// <summary>Writes the compiled form, from which <see cref="Load"/> makes an equal lexicon.</summary>
    /// <param name="destination">Where to write; left open.</param>
    public void Save(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(_image.Bytes);
    }

    /// <summary>A builder that holds a copy of all rows: what it builds is a new lexicon. Costs some hundred milliseconds.</summary>
    public LexiconBuilder ToBuilder() => new(LexiconDecompiler.Read(this, ReadNames(), _image.Section<char>(LexiconFormat.Section.CodeCharacters),
        _image.Section<char>(LexiconFormat.Section.Folding)));

    internal static Lexicon FromBytes(ReadOnlySpan<byte> bytes, string sourceName) => new(LexiconImage.FromBytes(bytes, sourceName));

    /// <summary>How characters are folded for look-up.</summary>
    internal CharacterFolding ReadFolding()
    {
        var folding = new CharacterFolding();
        var pairs = _image.Section<char>(LexiconFormat.Section.Folding);
        for (var i = 0; i < pairs.Length; i += 2) folding.Add(pairs[i], pairs[i + 1]);
        return folding;
    }

    internal DocumentCounts ReadDocumentCounts() => DocumentCounts.Of(Documents);

    /// <summary>The form that a word of this lexicon is looked up by; characters that no key holds stay as they are.</summary>
    internal string Fold(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<ushort> codes = CharacterCodes;
        ReadOnlySpan<char> characters = _image.Section<char>(LexiconFormat.Section.CodeCharacters);
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < folded.Length; i++) folded[i] = codes[word[i]] is var code and not 0 ? characters[code] : word[i];
        return folded.ToString();
    }

    internal string SourceName(int source) => _sources[source];

    internal PackedModel PackedModel() => new(
        Copy(LexiconFormat.Section.ModelParameters), Copy(LexiconFormat.Section.GramCodes), Copy(LexiconFormat.Section.GramLabels), Copy(LexiconFormat.Section.GramNodes), Copy(LexiconFormat.Section.GramWeights));

    private byte[] Copy(LexiconFormat.Section section) => _image.Section<byte>(section).ToArray();

    private ModelData? ReadModel()
    {
        var parameters = Copy(LexiconFormat.Section.ModelParameters);
        if (parameters.Length == 0) return null;
        var model = ModelData.Load(new MemoryStream(parameters), Info.Name);
        // The heads are numbered like aspects and stages; aspects that were added stand behind and are left to the rules.
        var fits = Info.Aspects.Take(model.Aspects.Length).SequenceEqual(model.Aspects) && Info.Stages.SequenceEqual(model.Stages);
        return fits ? model : null;
    }

    private LexiconModel ReadNames()
    {
        var names = new LexiconModel();
        try
        {
            LexiconNames.Parse(Encoding.UTF8.GetString(_image.Section<byte>(LexiconFormat.Section.Names)), names);
        }
        catch (FormatException e)
        {
            throw _image.Damaged(0, e.Message);
        }
        return names;
    }

    private static ImmutableArray<string> Codes(IEnumerable<NamedCode> names) => [.. names.Select(n => n.Code)];

    private static ImmutableDictionary<string, DisplayName> Named(List<NamedCode> names) =>
        names.ToImmutableDictionary(n => n.Code, n => new DisplayName(n.Chinese, n.English), StringComparer.Ordinal);
}
