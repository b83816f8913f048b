using ReviewInsights.Lexicons;

namespace ReviewInsights;

/// <summary>
/// Rows of a lexicon in the making. What is added later wins over an earlier row about the same thing. Not thread-safe; the
/// lexicons it builds are immutable and independent of it.
/// </summary>
public sealed class LexiconBuilder
{
    private readonly LexiconModel _model;
    private ushort? _codeSource;

    /// <summary>An empty lexicon: no words, aspects or stages.</summary>
    public LexiconBuilder()
        : this(new LexiconModel())
    {
    }

    internal LexiconBuilder(LexiconModel model) => _model = model;

    /// <summary>Sets the name that results carry, such as <c>zh-0.1</c>.</summary>
    public LexiconBuilder WithName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.Contains('\n', StringComparison.Ordinal)) throw new ArgumentException("The name holds a line break.", nameof(name));
        _model.Name = name;
        return this;
    }

    /// <summary>Adds a word to the segmentation dictionary, or changes its frequency.</summary>
    /// <param name="word">The word; looked up without regard to width, case and traditional forms.</param>
    /// <param name="frequency">Occurrences in a corpus of 60 million words; null for frequent enough to win over its parts.</param>
    /// <param name="tag">Word class that tokens carry.</param>
    /// <exception cref="ArgumentException"><paramref name="word"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="frequency"/> is negative or not finite.</exception>
    public LexiconBuilder AddWord(string word, double? frequency = null, WordTag tag = WordTag.Other)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        if (frequency is { } f && !(f >= 0 && double.IsFinite(f)))
            throw new ArgumentOutOfRangeException(nameof(frequency), f, "A frequency is a finite number of 0 or more.");
        _model.AddWord(_model.Folding.Fold(word), frequency, tag);
        return this;
    }

    /// <summary>Takes a word out of the segmentation dictionary. Terms that carry meaning stay.</summary>
    public LexiconBuilder RemoveWord(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        _model.RemoveWord(_model.Folding.Fold(word));
        return this;
    }

    /// <summary>
    /// Adds words, each frequent enough to win over its parts. A word may hold spaces, hyphens, digits and emoji; it is found
    /// where its ends do not cut a run (A4 is not found in A4L).
    /// </summary>
    /// <exception cref="ArgumentException">A word is empty.</exception>
    public LexiconBuilder AddWords(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        foreach (var word in words) AddWord(word);
        return this;
    }

    /// <summary>Adds a word that is never cut, whatever its neighbours are; where two such words overlap, one of them stands.</summary>
    /// <param name="word">The word.</param>
    /// <param name="tag">Word class that tokens carry.</param>
    /// <exception cref="ArgumentException"><paramref name="word"/> is empty.</exception>
    public LexiconBuilder JoinWord(string word, WordTag tag = WordTag.Other)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        _model.AddWord(_model.Folding.Fold(word), double.PositiveInfinity, tag);
        return this;
    }

    /// <summary>
    /// Has a word cut into parts: it is taken out of the dictionary, and the parts become words probable enough to win over
    /// every other way to cut its characters. What stands beside it may still pull a part's characters into another word.
    /// </summary>
    /// <param name="parts">The parts in order; joined they are the word.</param>
    /// <exception cref="ArgumentException">There are fewer than two parts, or one is empty.</exception>
    public LexiconBuilder SplitWord(params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length < 2 || parts.Any(string.IsNullOrEmpty)) throw new ArgumentException("A word is split into two parts or more, none of them empty.", nameof(parts));
        var folded = Array.ConvertAll(parts, _model.Folding.Fold);
        _model.SplitWord(string.Concat(folded), folded);
        return this;
    }

    /// <summary>
    /// Adds the words of a user dictionary in jieba's format: one word a line, then optionally its frequency and its word class,
    /// separated by single spaces. A word may itself hold spaces. Without a frequency a word wins over its parts.
    /// </summary>
    /// <param name="reader">The text.</param>
    /// <param name="sourceName">Name used in error messages.</param>
    /// <exception cref="LexiconFormatException">A frequency is out of range. Lines before it stay added.</exception>
    public LexiconBuilder AddJiebaDictionary(TextReader reader, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        JiebaDictionary.Add(_model, reader, sourceName);
        return this;
    }

    /// <summary>Adds a wording that names what is evaluated.</summary>
    /// <param name="term">Such as 续航.</param>
    /// <param name="attribute">Code of an aspect or attribute, such as <c>usage.battery</c>.</param>
    /// <param name="stage">Stage of opinions about it, or null for the attribute's own.</param>
    /// <exception cref="ArgumentException">The term is empty, or a code is unknown to this lexicon.</exception>
    public LexiconBuilder AddTarget(string term, string attribute, string? stage = null) =>
        Add(term, new TermEntry { Kind = TermKind.Target, Attribute = Attribute(attribute), Stage = Stage(stage) });

    /// <summary>Adds an opinion word.</summary>
    /// <param name="term">Such as 给力.</param>
    /// <param name="valence">Strength and direction, in [-1, 1].</param>
    /// <param name="onlyFor">Code of the aspect or attribute for which alone the valence holds; null for a general evaluation.</param>
    /// <exception cref="ArgumentException">The term is empty, or the code is unknown to this lexicon.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="valence"/> lies outside [-1, 1].</exception>
    public LexiconBuilder AddOpinion(string term, double valence, string? onlyFor = null)
    {
        if (!(Math.Abs(valence) <= 1)) throw new ArgumentOutOfRangeException(nameof(valence), valence, "A valence lies in [-1, 1].");
        return Add(term, new TermEntry
        {
            Kind = TermKind.Opinion,
            Value = (float)valence,
            Stage = TermEntry.NoStage,
            Variant = (byte)(onlyFor is null ? Binding.General : Binding.Only),
            Attribute = onlyFor is null ? TermEntry.NoAttribute : Attribute(onlyFor),
        });
    }

    /// <summary>Adds the rows of one table; the header row says which table it is.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="sourceName">Name used in evidence and error messages.</param>
    /// <exception cref="LexiconFormatException">A row is not well formed. Rows before it stay added.</exception>
    public LexiconBuilder AddTsv(TextReader reader, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        LexiconTables.Add(_model, reader, sourceName);
        return this;
    }

    /// <summary>Adds a trained model, as <c>review-insights train</c> writes it; it takes the place of an earlier one.</summary>
    /// <param name="model">The model; read to its end and left open.</param>
    /// <param name="sourceName">Name used in error messages.</param>
    /// <exception cref="LexiconFormatException">The stream is no model of this version, or it is damaged.</exception>
    public LexiconBuilder AddModel(Stream model, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        _model.Trained = ModelPacker.Pack(ModelData.Load(model, sourceName), _model.Folding, _model.Sources.Count);
        return this;
    }

    /// <summary>Compiles the rows. Costs about a second for 200,000 words; the builder can go on afterwards.</summary>
    public Lexicon Build() => Lexicon.FromBytes(LexiconWriter.Write(_model), _model.Name);

    private LexiconBuilder Add(string term, TermEntry entry)
    {
        ArgumentException.ThrowIfNullOrEmpty(term);
        entry.Source = _codeSource ??= _model.AddSource("code");
        _model.AddTerm(new TermRow(_model.Folding.Fold(term), entry));
        return this;
    }

    private ushort Attribute(string code)
    {
        var index = _model.FindAttribute(code);
        return index >= 0 ? (ushort)index : throw new ArgumentException($"'{code}' is not an aspect or attribute of this lexicon: {string.Join(", ", _model.Attributes.Select(a => a.Code))}.", nameof(code));
    }

    private byte Stage(string? code)
    {
        if (code is null or Lexicon.NoStageCode) return TermEntry.NoStage;
        var index = _model.FindStage(code);
        return index >= 0 ? (byte)index : throw new ArgumentException($"'{code}' is not a stage of this lexicon: {string.Join(", ", _model.Stages.Select(s => s.Code))}.", nameof(code));
    }
}
