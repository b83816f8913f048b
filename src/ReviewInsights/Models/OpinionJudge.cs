// HOT: spans and flat arrays only.
using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Opinions;
using ReviewInsights.Segmentation;
using ReviewInsights.Stages;

namespace ReviewInsights.Models;

/// <summary>
/// Rules propose, the trained model decides: what the rules found are cues among others, and an opinion is reported where the
/// second stage believes that the review voices it. Where rule and model agree the rule's evidence stands.
/// </summary>
internal readonly ref struct OpinionJudge
{
    /// <summary>A further clause about a reported cell is reported too where it is this clear and the rules name another attribute.</summary>
    private const float FurtherClause = 0.8f;

    private readonly Lexicon _lexicon;
    private readonly ModelData _model;
    private readonly HeadLayout _heads;
    private readonly ReadOnlySpan<bool> _reportedAspects;
    private readonly SegmentationWorkspace _segmentation;
    private readonly ClauseWorkspace _clauses;
    private readonly OpinionWorkspace _rules;
    private readonly StageWorkspace _found;
    private readonly JudgeWorkspace _work;

    internal OpinionJudge(
        Lexicon lexicon, ModelData model, ReadOnlySpan<bool> reportedAspects, SegmentationWorkspace segmentation, ClauseWorkspace clauses,
        OpinionWorkspace rules, StageWorkspace found, JudgeWorkspace work)
    {
        _lexicon = lexicon;
        _model = model;
        _heads = model.Heads;
        _reportedAspects = reportedAspects;
        _segmentation = segmentation;
        _clauses = clauses;
        _rules = rules;
        _found = found;
        _work = work;
    }

    /// <summary>Fills the opinions; returns the whole review's polarity as log-odds.</summary>
    internal float Run(ReadOnlySpan<char> text)
    {
        Score(text);
        Decide();
        _found.OpinionCount = 0;
        for (var cell = 0; cell < _heads.Cells; cell++)
            if (_work.Said[cell] > _model.CellThreshold && _reportedAspects[cell / HeadLayout.Polarities]) Report(cell);
        ReportWhatTheModelCannotJudge();
        _found.Sort();
        _rules.Suggestion = Suggestion();
        Span<float> features = stackalloc float[OverallFeatures.Count];
        OverallFeatures.Write(_work.Scores.Document, _work.Said, _lexicon.OverallAttribute, features);
        return WeightRows.Dot(_model.Overall, features);
    }

    private void Score(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<ClauseMark> clauses = _clauses.Clauses.AsSpan(0, _clauses.ClauseCount);
        _work.Scores.Prepare(clauses.Length);
        GramScorer.Run(_lexicon, _model, text, clauses, _work.Scores, _work.Grams);
        var sink = new DenseSink(_model.Dense, _work.Scores.Logits);
        new ClauseCues(_heads).Collect(_lexicon, text, _segmentation, _clauses, _rules, _work.Scores, ref sink);
    }

    private void Decide()
    {
        _work.Cells.Open(_work.Scores);
        for (var cell = 0; cell < _heads.Cells; cell++)
        {
            _work.Said[cell] = 0;
            if (_work.Cells.BestScore(cell) <= CellFeatures.Threshold) continue;
            _work.Cells.Write(_work.Scores, cell, _work.Features);
            _work.Said[cell] = Logistic.Of(WeightRows.Dot(_model.Second, _work.Features));
        }
    }

    private void Report(int cell)
    {
        var confidence = Confidence(cell);
        var best = _work.Cells.BestClause(cell);
        var draft = DraftOf(best, cell);
        var attribute = draft >= 0 ? ReportDraft(draft, cell, best, confidence) : ReportModel(cell, best, confidence);
        for (var i = 0; i < _rules.DraftCount; i++)
        {
            ref readonly var other = ref _rules.Drafts[i];
            if (i == draft || other.Attribute == attribute || _lexicon.Attributes[other.Attribute].Aspect == other.Attribute || CellOf(other) != cell || other.Clause == best) continue;
            if (_work.Cells.CellScore(other.Clause, cell) > FurtherClause) ReportDraft(i, cell, other.Clause, confidence);
        }
    }

    /// <summary>Opinions on aspects that the model does not know, and those of rows that a user added: they are never overruled.</summary>
    private void ReportWhatTheModelCannotJudge()
    {
        for (var i = 0; i < _rules.DraftCount; i++)
        {
            ref readonly var draft = ref _rules.Drafts[i];
            var attribute = _lexicon.Attributes[draft.Attribute];
            if (!_reportedAspects[attribute.Aspect]) continue;
            var isKnown = attribute.Aspect < _heads.Aspects;
            if (isKnown && (_rules.Evidence[draft.FirstEvidence].Source < _model.KnownSources || _work.Said[CellOf(draft)] > _model.CellThreshold)) continue;
            _found.Add(Mark(
                draft.Attribute, StageAssigner.StageOf(_lexicon, draft, attribute, _segmentation, _clauses), (Polarity)Math.Sign(draft.Score), draft.Score,
                Opinions.Confidence.OfOpinion(draft.Score), draft.Clause, draft.Target, draft.Expression, draft.FirstEvidence, draft.EvidenceCount));
        }
    }

    private ushort ReportDraft(int index, int cell, int clause, float confidence)
    {
        ref readonly var draft = ref _rules.Drafts[index];
        _found.Add(Mark(
            draft.Attribute, StageChoice.Of(_heads, _model, _work.Scores.LogitsOf(clause)[_heads.FirstStage..], cell), (Polarity)(cell % HeadLayout.Polarities - 1), draft.Score,
            confidence, clause, draft.Target, draft.Expression, draft.FirstEvidence, draft.EvidenceCount));
        return draft.Attribute;
    }

    private ushort ReportModel(int cell, int clause, float confidence)
    {
        var polarity = (Polarity)(cell % HeadLayout.Polarities - 1);
        var z = _work.Scores.LogitsOf(clause)[_heads.FirstPolarity..];
        float negative = Logistic.Of(z[0]), neutral = Logistic.Of(z[1]), positive = Logistic.Of(z[2]);
        var clarity = Math.Abs(positive - negative) / (negative + neutral + positive + 1e-9f);
        var score = (int)polarity * (0.2f + 0.6f * clarity);
        var (attribute, target) = TargetOf(cell / HeadLayout.Polarities, clause);
        var first = _rules.EvidenceCount;
        var expression = ModelEvidence.Write(_lexicon, _heads, cell, score, _clauses.Clauses[clause].Span, clause, _work, _rules);
        _found.Add(Mark(
            attribute, StageChoice.Of(_heads, _model, _work.Scores.LogitsOf(clause)[_heads.FirstStage..], cell), polarity, score, confidence, clause, target, expression,
            first, _rules.EvidenceCount - first));
        return attribute;
    }

    private OpinionMark Mark(
        ushort attribute, byte stage, Polarity polarity, float score, float confidence, int clause, TextSpan target, TextSpan expression, int firstEvidence, int evidenceCount) =>
        new(attribute, _lexicon.Attributes[attribute].Aspect, stage, polarity, score, confidence, _clauses.Clauses[clause].Span, target, expression, firstEvidence, evidenceCount);

    private int CellOf(in OpinionDraft draft) => _lexicon.Attributes[draft.Attribute].Aspect * HeadLayout.Polarities + Math.Sign(draft.Score) + 1;

    /// <summary>The strongest opinion that the rules found for a cell in a clause, or -1.</summary>
    private int DraftOf(int clause, int cell)
    {
        var best = -1;
        for (var i = 0; i < _rules.DraftCount; i++)
        {
            ref readonly var draft = ref _rules.Drafts[i];
            if (draft.Clause != clause || CellOf(draft) != cell) continue;
            if (best < 0 || Math.Abs(draft.Score) > Math.Abs(_rules.Drafts[best].Score)) best = i;
        }
        return best;
    }

    /// <summary>The wording in a clause that names an aspect, where the lexicon knows one.</summary>
    private (ushort Attribute, TextSpan Target) TargetOf(int aspect, int clause)
    {
        ref readonly var mark = ref _clauses.Clauses[clause];
        foreach (ref readonly var hit in _segmentation.Hits.AsSpan(mark.FirstHit, mark.EndHit - mark.FirstHit))
            for (var i = _lexicon.TermLists[hit.List]; i < _lexicon.TermLists[hit.List + 1]; i++)
            {
                ref readonly var entry = ref _lexicon.Terms[i];
                if (entry.Kind == TermKind.Target && _lexicon.Attributes[entry.Attribute].Aspect == aspect) return (entry.Attribute, TextSpan.FromBounds(hit.Start, hit.End));
            }
        return ((ushort)aspect, default);
    }

    private float Confidence(int cell)
    {
        Span<float> features = stackalloc float[ConfidenceFeatures.Count];
        ConfidenceFeatures.Write(_heads, _work.Scores, _work.Cells, _work.Said, cell, features);
        return Logistic.Of(WeightRows.Dot(_model.Confidence, features));
    }

    /// <summary>The clause that most clearly asks seller or maker for something, where one does.</summary>
    private TextSpan Suggestion()
    {
        var best = _model.SuggestionThreshold;
        TextSpan found = default;
        for (var c = 0; c < _work.Scores.ClauseCount; c++)
            if (_work.Scores.LogitsOf(c)[_heads.Suggestion] is var z && z > best) (best, found) = (z, _clauses.Clauses[c].Span);
        return found;
    }

    private readonly struct DenseSink(float[] dense, float[] logits) : ICueSink
    {
        public void Add(int clause, int cue, float value) =>
            WeightRows.Add(GramScorer.Row(dense, GramScorer.FirstCue + cue), value, logits.AsSpan(clause * HeadLayout.Stride, HeadLayout.Stride));
    }
}
