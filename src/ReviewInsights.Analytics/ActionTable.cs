using System.Collections.Frozen;
using System.Collections.Immutable;
using ReviewInsights.Analytics.Diagnosis;

namespace ReviewInsights.Analytics;

/// <summary>
/// What to do about the causes that reviews name: cause, action, owner and measure, by stage, aspect and attribute. Immutable and
/// thread-safe.
/// </summary>
/// <remarks>
/// A table is tab-separated text in UTF-8. Its header is <c>stage aspect attribute cause_zh cause_en action_zh action_en owner_zh
/// owner_en measure_zh measure_en</c>; lines that begin with <c># </c> are comments. <c>stage</c> is empty for any stage,
/// <c>attribute</c> for the whole aspect; all other cells are filled.
/// </remarks>
public sealed class ActionTable
{
    private const string DefaultResource = "actions.tsv";

    private readonly FrozenDictionary<(string? Stage, string Aspect, string? Attribute), ImmutableArray<StageAction>> _byPlace;

    private ActionTable(ImmutableArray<StageAction> actions)
    {
        Actions = actions;
        _byPlace = actions
            .GroupBy(action => (action.Stage, action.Aspect, action.Attribute))
            .ToFrozenDictionary(place => place.Key, place => place.ToImmutableArray());
    }

    /// <summary>All rows, in the order of the file; empty for a table that holds only a header.</summary>
    public ImmutableArray<StageAction> Actions { get; }

    /// <summary>The table that comes with the library; its codes are those of <see cref="Lexicon.LoadDefault"/>.</summary>
    /// <returns>A fresh instance on each call.</returns>
    public static ActionTable LoadDefault()
    {
        using var resource = typeof(ActionTable).Assembly.GetManifestResourceStream(DefaultResource)
            ?? throw new LexiconFormatException("RI407", DefaultResource, 0, 0, "the assembly holds no table of actions: it was built without one");
        return Load(resource, DefaultResource);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="reader">The text; read to its end and left open.</param>
    /// <param name="sourceName">Name used in error messages, usually that of the file.</param>
    /// <param name="lexicon">
    /// What the codes must belong to, so that a misspelt one is an error instead of a row that is never found; null to take codes as
    /// they are.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> or <paramref name="sourceName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="sourceName"/> is blank.</exception>
    /// <exception cref="LexiconFormatException">
    /// The header is another one, a cell is empty, a code is unknown or does not fit, or a row stands twice. Carries line and column.
    /// </exception>
    public static ActionTable Load(TextReader reader, string sourceName, LexiconInfo? lexicon = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(sourceName);
        return new ActionTable(ActionTableReader.Read(reader, sourceName, lexicon));
    }

    /// <summary>Reads a table as UTF-8, with or without a byte order mark.</summary>
    /// <param name="stream">The text; read to its end and left open.</param>
    /// <param name="sourceName">Name used in error messages, usually that of the file.</param>
    /// <param name="lexicon">What the codes must belong to; null to take them as they are.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> or <paramref name="sourceName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="sourceName"/> is blank.</exception>
    /// <exception cref="LexiconFormatException">
    /// The header is another one, a cell is empty or in another encoding, a code is unknown or does not fit, or a row stands twice.
    /// Carries line and column.
    /// </exception>
    public static ActionTable Load(Stream stream, string sourceName, LexiconInfo? lexicon = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new StreamReader(stream, leaveOpen: true);
        return Load(reader, sourceName, lexicon);
    }

    /// <summary>
    /// What to do about an attribute at a stage, the most specific first: rows of the stage and the attribute, of the attribute at any
    /// stage, of the stage and the aspect, of the aspect. Rows of one rank keep the order of the file.
    /// </summary>
    /// <param name="stage">Code of a stage.</param>
    /// <param name="aspect">Code of an aspect.</param>
    /// <param name="attribute">Code of an attribute of the aspect, or null where only the aspect is known.</param>
    /// <returns>The rows; empty where the table has none that fits, also for codes it does not know.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stage"/> or <paramref name="aspect"/> is null.</exception>
    public ImmutableArray<StageAction> Find(string stage, string aspect, string? attribute)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(aspect);
        var found = ImmutableArray.CreateBuilder<StageAction>();
        if (attribute is not null)
        {
            found.AddRange(At(stage, aspect, attribute));
            found.AddRange(At(null, aspect, attribute));
        }
        found.AddRange(At(stage, aspect, null));
        found.AddRange(At(null, aspect, null));
        return found.DrainToImmutable();
    }

    private ImmutableArray<StageAction> At(string? stage, string aspect, string? attribute) =>
        _byPlace.TryGetValue((stage, aspect, attribute), out var actions) ? actions : [];
}
