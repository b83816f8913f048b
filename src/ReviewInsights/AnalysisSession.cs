using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Models;
using ReviewInsights.Opinions;
using ReviewInsights.Segmentation;
using ReviewInsights.Stages;

namespace ReviewInsights;

/// <summary>
/// Buffers for analysing one text after another without allocating. One per thread; not thread-safe. Spans it returns are
/// valid until the next call.
/// </summary>
public sealed class AnalysisSession : IDisposable
{
    /// <summary>
    /// A longer text is no review but a file of them: the model would need hundreds of bytes a character to weigh it as one, so it
    /// is left to the rules.
    /// </summary>
    internal const int LongestJudged = 1 << 17;

    private readonly Lexicon _lexicon;
    private readonly ReviewAnalyzerOptions _options;
    private readonly bool[] _reportedAspects;
    private readonly SegmentationWorkspace _segmentation = new();
    private readonly TokenBuffer _tokens;
    private readonly ClauseWorkspace _clauses = new();
    private readonly OpinionWorkspace _opinions = new();
    private readonly StageWorkspace _stages = new();
    private readonly JudgeWorkspace? _judge;
    private readonly OpinionBuffer _buffer;
    private bool _disposed;

    internal AnalysisSession(Lexicon lexicon, ReviewAnalyzerOptions options, bool[] reportedAspects)
    {
        (_lexicon, _options, _reportedAspects, _tokens) = (lexicon, options, reportedAspects, new TokenBuffer(_segmentation));
        _buffer = new OpinionBuffer(lexicon, reportedAspects, _clauses, _opinions, _stages);
        if (lexicon.Model is { } model && !options.RulesOnly) _judge = new JudgeWorkspace(model.Heads);
    }

    /// <summary>The whole review, after <see cref="Analyze"/>.</summary>
    public OverallPolarity Overall { get; private set; }

    /// <summary>The clause that holds a suggestion, after <see cref="Analyze"/>; null when none does.</summary>
    public TextSpan? Suggestion => _opinions.Suggestion.Length > 0 ? _opinions.Suggestion : null;

    /// <summary>The tokens of the last text.</summary>
    public ReadOnlySpan<Token> Tokens => _segmentation.Tokens.AsSpan(0, _segmentation.TokenCount);

    internal ReadOnlySpan<ClauseMark> Clauses => _clauses.Clauses.AsSpan(0, _clauses.ClauseCount);

    /// <summary>Cuts a text into words. Costs time linear in its length and allocates nothing once the buffers have grown.</summary>
    /// <param name="text">Any text, strange text included.</param>
    /// <returns>Tokens that tile the text.</returns>
    /// <exception cref="ArgumentException">The text is longer than the options allow.</exception>
    /// <exception cref="InvalidOperationException">A segmenter given in the options did not reach the end of the text.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    public ReadOnlySpan<Token> Segment(ReadOnlySpan<char> text)
    {
        Check(text);
        DictionarySegmenter.Run(_lexicon, text, _segmentation); // finds the terms, whoever cuts
        if (_options.Segmenter is { } other) _tokens.Fill(other, text);
        return Tokens;
    }

    /// <summary>
    /// Finds the opinions of a text. Costs time linear in its length and allocates nothing once the buffers have grown. Texts of more
    /// than 131,072 code units are read by lexicon and rules alone, whatever the options say.
    /// </summary>
    /// <param name="text">Any text, strange text included.</param>
    /// <returns>Opinions in the order of the text.</returns>
    /// <exception cref="ArgumentException">The text is longer than the options allow.</exception>
    /// <exception cref="InvalidOperationException">A segmenter given in the options did not reach the end of the text.</exception>
    /// <exception cref="ObjectDisposedException">The session was disposed.</exception>
    public ReadOnlySpan<OpinionMark> Analyze(ReadOnlySpan<char> text)
    {
        Segment(text);
        TermFinder.Run(_lexicon, _segmentation);
        ClauseSplitter.Run(_lexicon, text, _segmentation, _clauses);
        if (_options.AspectModel is { } other) _buffer.Fill(other, text);
        else OpinionFinder.Run(_lexicon, _options, text, _segmentation, _clauses, _opinions);
        Overall = Decide(text);
        ReviewInsightsTelemetry.CountReview(text.Length, Opinions.Length);
        return Opinions;
    }

    private ReadOnlySpan<OpinionMark> Opinions => _stages.Opinions.AsSpan(0, _stages.OpinionCount);

    private OverallPolarity Decide(ReadOnlySpan<char> text)
    {
        var overall = _options.AspectModel is not null ? OverallRule.Of(Opinions, _lexicon.OverallAttribute)
            : _judge is null || text.Length > LongestJudged ? DecideByRules()
            : DecideByModel(text);
        if (_options.PolarityModel is not { } other) return overall;
        var p = other.ProbabilityOfPositive(text);
        if (!(p is >= 0 and <= 1)) throw new InvalidOperationException($"{other.GetType()} gave {p}; a probability lies in [0, 1].");
        return OverallRule.Of(Opinions, _lexicon.OverallAttribute, p);
    }

    private OverallPolarity DecideByRules()
    {
        StageAssigner.Run(_lexicon, _reportedAspects, _segmentation, _clauses, _opinions, _stages);
        return OverallRule.Of(Opinions, _lexicon.OverallAttribute);
    }

    private OverallPolarity DecideByModel(ReadOnlySpan<char> text)
    {
        var odds = new OpinionJudge(_lexicon, _lexicon.Model!, _reportedAspects, _segmentation, _clauses, _opinions, _stages, _judge!).Run(text);
        // Nothing said is not half of something: the intercept alone is no verdict.
        return _clauses.ClauseCount == 0 ? OverallRule.Of(Opinions, _lexicon.OverallAttribute) : OverallRule.Of(Opinions, _lexicon.OverallAttribute, 1 / (1 + Math.Exp(-odds)));
    }

    /// <summary>What the overall polarity of the last text was computed from.</summary>
    internal void WriteOverallFeatures(Span<float> features) =>
        OverallFeatures.Write(_judge!.Scores.Document, _judge.Said, _lexicon.OverallAttribute, features);

    /// <summary>Hands the cues of the last text to a sink: training sees what the trained heads will see.</summary>
    internal void CollectCues<TSink>(ReadOnlySpan<char> text, HeadLayout heads, ReviewScores scores, ref TSink sink) where TSink : struct, ICueSink
    {
        scores.Prepare(_clauses.ClauseCount);
        new ClauseCues(heads).Collect(_lexicon, text, _segmentation, _clauses, _opinions, scores, ref sink);
    }

    /// <summary>The opinions of one aspect in the last text, summed up.</summary>
    /// <param name="aspectId">Index into <see cref="LexiconInfo.Aspects"/>.</param>
    /// <returns>Mixed when they disagree; null when the text has none.</returns>
    public Polarity? PolarityOf(int aspectId)
    {
        bool mentioned = false, positive = false, negative = false;
        foreach (ref readonly var opinion in Opinions)
        {
            if (opinion.AspectId != aspectId) continue;
            mentioned = true;
            positive |= opinion.Polarity == Polarity.Positive;
            negative |= opinion.Polarity == Polarity.Negative;
        }
        if (!mentioned) return null;
        if (positive == negative) return positive ? Polarity.Mixed : Polarity.Neutral;
        return positive ? Polarity.Positive : Polarity.Negative;
    }

    /// <summary>The opinions about one stage in the last text, summed up.</summary>
    /// <param name="stageId">Index into <see cref="LexiconInfo.Stages"/>.</param>
    /// <param name="knownStage">Stage that opinions without one of their own take, see <see cref="Review.Stage"/>; or null.</param>
    /// <returns>Null when the text has none.</returns>
    public StageScore? StageScoreOf(int stageId, string? knownStage)
    {
        var stage = _lexicon.Info.Stages[stageId];
        var takesUnplaced = stage == knownStage;
        var sum = 0.0;
        var count = 0;
        foreach (ref readonly var opinion in Opinions)
        {
            if (opinion.StageId != stageId && !(takesUnplaced && opinion.StageId == OpinionMark.NoStage)) continue;
            sum += opinion.Score;
            count++;
        }
        return count > 0 ? new StageScore(stage, sum / count, count) : null;
    }

    /// <summary>The steps to an opinion's score, for an opinion of the last text.</summary>
    public ReadOnlySpan<EvidenceMark> EvidenceOf(in OpinionMark opinion) =>
        _opinions.Evidence.AsSpan(opinion.FirstEvidence, opinion.EvidenceCount);

    /// <summary>The row of the lexicon that made a step, such as <c>polarity/general.tsv:41</c>, or the head of the model, such as <c>model/usage.positive</c>. Allocates the string.</summary>
    public string RuleOf(in EvidenceMark step) => step.Source == EvidenceMark.ModelSource
        ? $"model/{_lexicon.Info.Aspects[step.Line / HeadLayout.Polarities]}.{((Polarity)(step.Line % HeadLayout.Polarities - 1)).ToString().ToLowerInvariant()}"
        : $"{_lexicon.SourceName(step.Source)}:{step.Line}";

    /// <summary>Ends the session; its buffers go with it.</summary>
    public void Dispose() => _disposed = true;

    private void Check(ReadOnlySpan<char> text)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (text.Length > _options.MaxTextLength)
            throw new ArgumentException($"The text has {text.Length} UTF-16 code units; the options allow {_options.MaxTextLength}.", nameof(text));
    }
}
