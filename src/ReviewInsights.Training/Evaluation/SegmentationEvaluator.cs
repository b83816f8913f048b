using System.Collections.Immutable;

namespace ReviewInsights.Training;

/// <summary>Compares a segmenter's words with those that people cut. Stateless.</summary>
public static class SegmentationEvaluator
{
    /// <summary>Cuts all texts and sums up. Costs microseconds a text.</summary>
    /// <param name="segmenter">The segmenter.</param>
    /// <param name="gold">Texts cut by people.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static SegmentationEvaluation Evaluate(Segmenter segmenter, IReadOnlyList<SegmentedText> gold)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        ArgumentNullException.ThrowIfNull(gold);
        var result = new SegmentationEvaluation();
        var session = segmenter.OpenSession();
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var text in gold)
        {
            var ends = new List<int>();
            foreach (var token in session.Segment(text.Text)) ends.Add(token.Span.End);
            Add(result, text, ends, IsKnown);
        }
        return result;

        bool IsKnown(string word)
        {
            if (!known.TryGetValue(word, out var isKnown)) known.Add(word, isKnown = IsInLexicon(session, word));
            return isKnown;
        }
    }

    /// <summary>Whether the lexicon holds a word, or a rule makes it (runs of letters and digits, punctuation, emoji).</summary>
    private static bool IsInLexicon(SegmenterSession session, string word)
    {
        foreach (var token in session.Segment(word, SegmentationMode.Full))
            if (token.Span.Length == word.Length && (token.IsKnown || token.Tag is WordTag.Alphanumeric or WordTag.Punctuation or WordTag.Emoji)) return true;
        return false;
    }

    private static void Add(SegmentationEvaluation result, SegmentedText gold, List<int> ends, Predicate<string> isKnown)
    {
        var cuts = new Cuts(gold, ends);
        int rightGold = 0, rightPredicted = 0, start = 0;
        foreach (var end in gold.Ends)
        {
            var isRight = cuts.IsFound(start, end);
            if (isRight) rightGold++;
            var one = new WordScore(isRight ? 1 : 0, 1, 0, 0);
            if (isKnown(gold.Text[start..end])) result.KnownWords += one;
            else result.UnknownWords += one;
            start = end;
        }
        start = 0;
        foreach (var end in ends)
        {
            if (cuts.IsRight(start, end)) rightPredicted++;
            start = end;
        }
        result.Add(new WordScore(rightGold, gold.Ends.Length, rightPredicted, ends.Count));
        foreach (var difference in cuts.Differences()) result.Add(difference);
    }
}

/// <summary>What an evaluation of segmentation found; words count as right where both ends are.</summary>
public sealed class SegmentationEvaluation
{
    private readonly List<WordScore> _byText = [];
    private readonly Dictionary<CutDifference, int> _differences = [];

    internal SegmentationEvaluation()
    {
    }

    /// <summary>All words.</summary>
    public WordScore Words { get; private set; }

    /// <summary>Annotated words that the lexicon holds or a rule makes; only the recall means something.</summary>
    public WordScore KnownWords { get; internal set; }

    /// <summary>Annotated words that are neither (out of vocabulary); only the recall means something.</summary>
    public WordScore UnknownWords { get; internal set; }

    /// <summary>Each text's own score, in the order given.</summary>
    public IReadOnlyList<WordScore> Texts => _byText;

    /// <summary>Stretches cut wrongly with how often they were, the most frequent first, those of one frequency in ordinal order.</summary>
    public IEnumerable<KeyValuePair<CutDifference, int>> Differences =>
        _differences.OrderByDescending(d => d.Value).ThenBy(d => d.Key.Gold, StringComparer.Ordinal).ThenBy(d => d.Key.Found, StringComparer.Ordinal);

    internal void Add(WordScore text)
    {
        _byText.Add(text);
        Words += text;
    }

    internal void Add(CutDifference difference) => _differences[difference] = _differences.GetValueOrDefault(difference) + 1;
}

/// <summary>A shortest stretch between two places where both cut, and which is cut differently inside.</summary>
/// <param name="Gold">The words that people cut, separated by spaces.</param>
/// <param name="Found">The words that the segmenter cut, separated by spaces.</param>
public sealed record CutDifference(string Gold, string Found);
