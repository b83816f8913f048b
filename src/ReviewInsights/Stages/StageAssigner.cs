// HOT: spans and flat arrays only.
using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Opinions;
using ReviewInsights.Segmentation;

namespace ReviewInsights.Stages;

/// <summary>
/// Places each opinion in the customer's journey. The wording decides before the attribute does: the opinion word's own
/// stage, a cue in the clause or the one before it (收到就 …), the target's stage, the attribute's default.
/// </summary>
internal static class StageAssigner
{
    internal static void Run(
        Lexicon lexicon, ReadOnlySpan<bool> reportedAspects, SegmentationWorkspace segmentation, ClauseWorkspace clauses,
        OpinionWorkspace opinions, StageWorkspace work)
    {
        work.OpinionCount = 0;
        ReadOnlySpan<AttributeEntry> attributes = lexicon.Attributes;
        foreach (ref readonly var draft in opinions.Drafts.AsSpan(0, opinions.DraftCount))
        {
            ref readonly var attribute = ref attributes[draft.Attribute];
            if (!reportedAspects[attribute.Aspect]) continue;
            work.Add(new OpinionMark(
                draft.Attribute, attribute.Aspect, StageOf(lexicon, draft, attribute, segmentation, clauses),
                (Polarity)Math.Sign(draft.Score), draft.Score, Confidence.OfOpinion(draft.Score),
                clauses.Clauses[draft.Clause].Span, draft.Target, draft.Expression, draft.FirstEvidence, draft.EvidenceCount));
        }
    }

    internal static byte StageOf(Lexicon lexicon, in OpinionDraft draft, in AttributeEntry attribute, SegmentationWorkspace segmentation, ClauseWorkspace clauses)
    {
        if (draft.WordStage != TermEntry.NoStage) return draft.WordStage;
        if (TryFindCue(lexicon, attribute, segmentation, clauses.Clauses[draft.Clause], out var stage)) return stage;
        return draft.TargetStage != TermEntry.NoStage ? draft.TargetStage : attribute.Stage;
    }

    private static bool TryFindCue(Lexicon lexicon, in AttributeEntry attribute, SegmentationWorkspace segmentation, in ClauseMark clause, out byte stage)
    {
        stage = TermEntry.NoStage;
        if ((clause.Kinds & TermKinds.StageCue) == TermKinds.None) return false;
        ReadOnlySpan<int> lists = lexicon.TermLists;
        ReadOnlySpan<TermEntry> entries = lexicon.Terms;
        foreach (ref readonly var hit in segmentation.Hits.AsSpan(clause.FirstHit, clause.EndHit - clause.FirstHit))
            for (var i = lists[hit.List]; i < lists[hit.List + 1]; i++)
            {
                if (entries[i].Kind != TermKind.StageCue || !attribute.Allows(entries[i].Stage)) continue;
                stage = entries[i].Stage;
                return true;
            }
        return false;
    }
}
