using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Opinions;
using ReviewInsights.Stages;

namespace ReviewInsights;

/// <summary>
/// Takes the opinions of one text from an <see cref="IAspectModel"/>. Belongs to one session; not thread-safe; not valid after the
/// call it was handed to.
/// </summary>
public sealed class OpinionBuffer
{
    private readonly Lexicon _lexicon;
    private readonly bool[] _reportedAspects;
    private readonly ClauseWorkspace _clauses;
    private readonly OpinionWorkspace _evidence;
    private readonly StageWorkspace _found;
    private int _length = -1;

    internal OpinionBuffer(Lexicon lexicon, bool[] reportedAspects, ClauseWorkspace clauses, OpinionWorkspace evidence, StageWorkspace found) =>
        (_lexicon, _reportedAspects, _clauses, _evidence, _found) = (lexicon, reportedAspects, clauses, evidence, found);

    /// <summary>Adds an opinion. Allocates nothing once the buffers have grown.</summary>
    /// <param name="aspect">Code of an aspect or attribute of the lexicon.</param>
    /// <param name="score">Strength and direction, in [-1, 1]; its sign is the polarity.</param>
    /// <param name="confidence">Probability, in [0, 1], that the polarity is right.</param>
    /// <param name="expression">The wording that carries the opinion.</param>
    /// <param name="stage">Code of the stage, <c>none</c>, or null for the attribute's own.</param>
    /// <exception cref="ArgumentException">A code is unknown to the lexicon.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range, or the expression outside the text.</exception>
    /// <exception cref="InvalidOperationException">The call that the buffer was handed to is over.</exception>
    public void Add(string aspect, double score, double confidence, TextSpan expression, string? stage = null)
    {
        if (_length < 0) throw new InvalidOperationException("The text is done: opinions are added during the call that hands the buffer over.");
        if (!(Math.Abs(score) <= 1)) throw new ArgumentOutOfRangeException(nameof(score), score, "A score lies in [-1, 1].");
        if (!(confidence is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies in [0, 1].");
        if (expression.Start < 0 || expression.Length < 0 || expression.End > _length)
            throw new ArgumentOutOfRangeException(nameof(expression), expression, $"The text has {_length} UTF-16 code units.");
        var attribute = _lexicon.AttributeCodes.IndexOf(aspect);
        if (attribute < 0) throw new ArgumentException($"'{aspect}' is not an aspect or attribute of the lexicon: {string.Join(", ", _lexicon.AttributeCodes)}.", nameof(aspect));
        var entry = _lexicon.Attributes[attribute];
        var stageId = StageOf(stage, entry);
        if (!_reportedAspects[entry.Aspect]) return;
        var polarity = (Polarity)Math.Sign(score);
        var first = _evidence.EvidenceCount;
        _evidence.AddModelStep(entry.Aspect * HeadLayout.Polarities + (int)polarity + 1, expression, 0, (float)score);
        _found.Add(new OpinionMark((ushort)attribute, entry.Aspect, stageId, polarity, (float)score, (float)confidence, ClauseOf(expression), default, expression, first, 1));
    }

    /// <summary>Has <paramref name="model"/> find the opinions of a text whose clauses are known.</summary>
    internal void Fill(IAspectModel model, ReadOnlySpan<char> text)
    {
        _found.OpinionCount = 0;
        _evidence.Clear();
        if (text.IsEmpty) return;
        _length = text.Length;
        try
        {
            model.FindOpinions(text, this);
        }
        finally
        {
            _length = -1; // whoever kept the buffer cannot add to it
        }
        _found.Sort();
    }

    private byte StageOf(string? stage, in AttributeEntry attribute)
    {
        if (stage is null) return attribute.Stage;
        if (stage == Lexicon.NoStageCode) return OpinionMark.NoStage;
        var index = _lexicon.Info.Stages.IndexOf(stage);
        return index >= 0 ? (byte)index : throw new ArgumentException($"'{stage}' is not a stage of the lexicon: {string.Join(", ", _lexicon.Info.Stages)}, {Lexicon.NoStageCode}.", nameof(stage));
    }

    private TextSpan ClauseOf(TextSpan expression)
    {
        foreach (ref readonly var clause in _clauses.Clauses.AsSpan(0, _clauses.ClauseCount))
            if (expression.Start < clause.End && expression.End > clause.Start) return clause.Span;
        return expression;
    }
}
