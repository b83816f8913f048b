using System.Collections.Immutable;
using ReviewInsights.Privacy;

namespace ReviewInsights;

/// <summary>
/// Replaces personal data in reviews by asterisks, one for one, so that spans found in the original hold in the masked text.
/// Immutable and safe for any number of threads; needs no lexicon.
/// </summary>
/// <remarks>
/// Analyse the original and mask what is written: a masked text would be read differently. Letters, digits and Chinese characters
/// of a datum are replaced; its separators stay, so 138-0000-0000 becomes ***-****-****. Masking a masked text changes nothing.
/// What is taken for personal is told by <c>tests/ReviewInsights.Tests/Specs/Privacy.md</c>.
/// </remarks>
public sealed class PiiMasker
{
    /// <summary>What a masked character becomes.</summary>
    public const char MaskCharacter = '*';

    private static readonly Lazy<PiiMasker> Shared = new(() => new PiiMasker());

    private readonly PiiVocabulary _vocabulary = PiiVocabulary.LoadDefault();

    /// <summary>Creates a masker; costs about a millisecond, because it reads a table of words.</summary>
    /// <param name="kinds">What to look for.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kinds"/> holds a kind that does not exist.</exception>
    public PiiMasker(PiiKinds kinds = PiiKinds.All)
    {
        if ((kinds & ~PiiKinds.All) != PiiKinds.None) throw new ArgumentOutOfRangeException(nameof(kinds), kinds, $"Kinds are a union of: {PiiKinds.All}.");
        Kinds = kinds;
    }

    /// <summary>A masker of all kinds, shared.</summary>
    public static PiiMasker Default => Shared.Value;

    /// <summary>What it looks for.</summary>
    public PiiKinds Kinds { get; }

    /// <summary>
    /// The text with all personal data masked. Costs time linear in the length of the text; allocates only where something is found,
    /// so it may stand before every log message.
    /// </summary>
    /// <param name="text">Any text, strange text included.</param>
    /// <returns>A text of the same length; the same instance where nothing is found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Scan(text).MoveNext() ? string.Create(text.Length, (Masker: this, Text: text), static (masked, job) => job.Masker.Mask(job.Text, masked)) : text;
    }

    /// <summary>Copies a text with all personal data masked. Allocates nothing; costs time linear in the length of the text.</summary>
    /// <param name="text">Any text, strange text included.</param>
    /// <param name="masked">Takes the masked text, in its first <c>text.Length</c> characters; may be the memory of <paramref name="text"/> itself.</param>
    /// <returns>How many data were masked.</returns>
    /// <exception cref="ArgumentException"><paramref name="masked"/> is shorter than <paramref name="text"/>.</exception>
    public int Mask(ReadOnlySpan<char> text, Span<char> masked)
    {
        if (masked.Length < text.Length) throw new ArgumentException($"The memory for the masked text holds {masked.Length} characters; the text has {text.Length}.", nameof(masked));
        text.CopyTo(masked);
        // The copy is read and written at once: the scanner never looks at a datum again that it has reported.
        var data = Scan(masked[..text.Length]);
        var count = 0;
        for (; data.MoveNext(); count++)
            foreach (ref var c in masked.Slice(data.Current.Span.Start, data.Current.Span.Length))
                if (char.IsLetterOrDigit(c)) c = MaskCharacter;
        return count;
    }

    /// <summary>Finds personal data. Costs time linear in the length of the text.</summary>
    /// <param name="text">Any text, strange text included.</param>
    /// <returns>What was found, in the order of the text, without overlap; empty where there is nothing.</returns>
    public ImmutableArray<PiiSpan> Find(ReadOnlySpan<char> text)
    {
        var found = ImmutableArray.CreateBuilder<PiiSpan>();
        for (var data = Scan(text); data.MoveNext();) found.Add(data.Current);
        return found.DrainToImmutable();
    }

    private PiiScanner Scan(ReadOnlySpan<char> text) => new(_vocabulary, Kinds, text);
}
