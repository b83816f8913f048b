// HOT: spans and flat arrays only.
using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Opinions;
using ReviewInsights.Segmentation;
using ReviewInsights.Stages;

namespace ReviewInsights.Models;

/// <summary>Takes the cues of a text: numbered features of its clauses, none twice.</summary>
internal interface ICueSink
{
    void Add(int clause, int cue, float value);
}

/// <summary>
/// What the lexicon and the rules found in a clause and its neighbours, as features for the trained heads. One definition for
/// training and for use.
/// </summary>
internal readonly struct ClauseCues(HeadLayout heads)
{
    private const int HypotheticalCount = 4;
    private const int Question = 0, But = 1, Although = 2, Negator = 3, OpensReview = 4, ClosesReview = 5, FlagCount = 6;

    private const TermKinds Asked = TermKinds.Target | TermKinds.StageCue | TermKinds.Hypothetical | TermKinds.Question | TermKinds.Negator;

    // Blocks of cues, one behind the other.
    private const int OwnCells = 0;
    private int CellsBefore => OwnCells + heads.Cells;
    private int CellsAfter => CellsBefore + heads.Cells;
    private int Strengths => CellsAfter + heads.Cells;
    private int RuleStages => Strengths + HeadLayout.Polarities;
    private int Targets => RuleStages + heads.Stages + 1;
    private int TargetsBefore => Targets + heads.Aspects;
    private int StageCues => TargetsBefore + heads.Aspects;
    private int Hypotheticals => StageCues + heads.Stages;
    private int Flags => Hypotheticals + HypotheticalCount;

    /// <summary>Number of cues.</summary>
    internal int Count => Flags + FlagCount;

    /// <summary>Whether a cue is a word of wishing or advising.</summary>
    internal bool IsWish(int cue) => cue >= Hypotheticals && cue < Flags;

    /// <summary>Notes in <paramref name="scores"/> which cells the rules found where, and hands all cues to the sink.</summary>
    internal void Collect<TSink>(
        Lexicon lexicon, ReadOnlySpan<char> text, SegmentationWorkspace segmentation, ClauseWorkspace clauses, OpinionWorkspace opinions,
        ReviewScores scores, ref TSink sink)
        where TSink : struct, ICueSink
    {
        foreach (ref readonly var draft in opinions.Drafts.AsSpan(0, opinions.DraftCount)) AddDraft(lexicon, draft, segmentation, clauses, scores, ref sink);
        ReadOnlySpan<TermHit> hits = segmentation.Hits.AsSpan(0, segmentation.HitCount);
        for (var c = 0; c < clauses.ClauseCount; c++)
        {
            var cells = scores.RuleCells[c];
            if (cells != 0)
            {
                AddBits(cells, OwnCells, c, ref sink);
                if (c + 1 < clauses.ClauseCount) AddBits(cells, CellsBefore, c + 1, ref sink);
                if (c > 0) AddBits(cells, CellsAfter, c - 1, ref sink);
            }
            AddTerms(new ClauseTerms(lexicon, text, hits, clauses.Clauses[c]), c, clauses.ClauseCount, ref sink);
        }
    }

    private void AddDraft<TSink>(
        Lexicon lexicon, in OpinionDraft draft, SegmentationWorkspace segmentation, ClauseWorkspace clauses, ReviewScores scores, ref TSink sink)
        where TSink : struct, ICueSink
    {
        var attribute = lexicon.Attributes[draft.Attribute];
        if (attribute.Aspect >= heads.Aspects) return; // an aspect the heads were not trained for
        var polarity = Math.Sign(draft.Score) + 1;
        var bit = 1ul << (attribute.Aspect * HeadLayout.Polarities + polarity);
        if ((scores.RuleCells[draft.Clause] & bit) != 0) return;
        scores.RuleCells[draft.Clause] |= bit;
        sink.Add(draft.Clause, Strengths + polarity, Math.Abs(draft.Score));
        var stage = StageAssigner.StageOf(lexicon, draft, attribute, segmentation, clauses);
        sink.Add(draft.Clause, RuleStages + (stage == TermEntry.NoStage ? heads.Stages : stage), 1);
    }

    private void AddTerms<TSink>(in ClauseTerms terms, int clause, int clauseCount, ref TSink sink)
        where TSink : struct, ICueSink
    {
        uint targets = 0, stages = 0, flags = 0, hypotheticals = 0;
        for (var hit = 0; hit < terms.Hits.Length; hit++)
        {
            if ((terms.Hits[hit].Kinds & Asked) == TermKinds.None) continue;
            foreach (ref readonly var entry in terms.EntriesOf(hit))
                switch (entry.Kind)
                {
                    case TermKind.Target: targets |= 1u << terms.Attributes[entry.Attribute].Aspect; break;
                    case TermKind.StageCue when entry.Stage < heads.Stages: stages |= 1u << entry.Stage; break;
                    case TermKind.Hypothetical: hypotheticals |= 1u << entry.Variant; break;
                    case TermKind.Question: flags |= 1u << Question; break;
                    case TermKind.Negator: flags |= 1u << Negator; break;
                }
        }
        targets &= (1u << heads.Aspects) - 1;
        if (terms.Clause.EndsAsQuestion) flags |= 1u << Question;
        if (terms.Clause.Link == ClauseLink.But) flags |= 1u << But;
        if (terms.Clause.Link == ClauseLink.Although) flags |= 1u << Although;
        if (clause == 0) flags |= 1u << OpensReview;
        if (clause == clauseCount - 1) flags |= 1u << ClosesReview;
        AddBits(targets, Targets, clause, ref sink);
        if (clause + 1 < clauseCount) AddBits(targets, TargetsBefore, clause + 1, ref sink);
        AddBits(stages, StageCues, clause, ref sink);
        AddBits(hypotheticals, Hypotheticals, clause, ref sink);
        AddBits(flags, Flags, clause, ref sink);
    }

    private static void AddBits<TSink>(ulong bits, int first, int clause, ref TSink sink)
        where TSink : struct, ICueSink
    {
        for (; bits != 0; bits &= bits - 1) sink.Add(clause, first + System.Numerics.BitOperations.TrailingZeroCount(bits), 1);
    }
}
