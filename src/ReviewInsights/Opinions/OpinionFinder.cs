// HOT: spans and flat arrays only.
using ReviewInsights.Clauses;
using ReviewInsights.Lexicons;
using ReviewInsights.Segmentation;

namespace ReviewInsights.Opinions;

/// <summary>Goes through the clauses and turns opinion words into opinions: what about, how strong, why.</summary>
internal static class OpinionFinder
{
    internal static void Run(
        Lexicon lexicon, ReviewAnalyzerOptions options, ReadOnlySpan<char> text,
        SegmentationWorkspace segmentation, ClauseWorkspace clauses, OpinionWorkspace work)
    {
        work.Clear();
        var carry = default(Carry);
        ReadOnlySpan<TermHit> hits = segmentation.Hits.AsSpan(0, segmentation.HitCount);
        for (var i = 0; i < clauses.ClauseCount; i++)
        {
            ref readonly var clause = ref clauses.Clauses[i];
            if (clause.Before == ClauseBreak.Sentence) carry.Clear();
            if (clause.FirstHit == clause.EndHit)
            {
                carry.Fade();
                continue;
            }
            var terms = new ClauseTerms(lexicon, text, hits, clause);
            CollectTargets(terms, work);
            if (terms.HasAny(TermKinds.Opinion)) FindInClause(terms, i, options, lexicon.OverallAttribute, ref carry, work);
            if (work.TargetCount > 0) carry.Set(work.Targets[work.TargetCount - 1]);
            else carry.Fade();
            if (work.Suggestion.Length == 0 && HypotheticalRule.IsSuggestion(terms)) work.Suggestion = clause.Span;
        }
    }

    private static void CollectTargets(in ClauseTerms terms, OpinionWorkspace work)
    {
        work.TargetCount = 0;
        if (!terms.HasAny(TermKinds.Target)) return;
        for (var i = 0; i < terms.Hits.Length; i++)
            if (terms.TryGet(i, TermKind.Target, out var entry))
                work.AddTarget(new TargetMark { Span = terms.SpanOf(i), Attribute = entry.Attribute, Stage = entry.Stage });
    }

    private static void FindInClause(
        in ClauseTerms terms, int clause, ReviewAnalyzerOptions options, ushort overall, ref Carry carry, OpinionWorkspace work)
    {
        var firstDraft = work.DraftCount;
        var free = 0; // first term that does not belong to an opinion yet: negators before it have done their work
        for (var hit = 0; hit < terms.Hits.Length; hit++)
        {
            if (!terms.Has(hit, TermKind.Opinion) || IsUsedAsDegree(terms, hit)) continue;
            var degree = DegreeRule.FindBefore(terms, hit);
            if (!TargetBinding.TryBind(terms, hit, DegreeRule.IsExcess(terms, degree), carry, work, overall, out var bound)) continue;
            var draft = new OpinionDraft
            {
                Attribute = bound.Attribute,
                Clause = clause,
                FirstEvidence = work.EvidenceCount,
                WordStage = bound.Word.Stage,
                TargetStage = TermEntry.NoStage,
            };
            var behind = DegreeRule.FindBehind(terms, hit);
            draft.Score = Score(bound.Word, terms, hit, free, degree, behind, work);
            draft.EvidenceCount = work.EvidenceCount - draft.FirstEvidence;
            if (bound.Target >= 0) draft.Target = work.Targets[bound.Target].Span;
            if (bound.Target >= 0) draft.TargetStage = work.Targets[bound.Target].Stage;
            draft.Expression = Expression(terms, hit, NegationRule.FirstOf(terms, free, hit), degree, behind, draft.Target);
            draft.Word = terms.SpanOf(hit);
            free = hit + 1;
            if ((Binding)bound.Word.Variant != Binding.Neutral && Math.Abs(draft.Score) < options.NeutralBand)
            {
                work.EvidenceCount = draft.FirstEvidence;
                continue;
            }
            MarkEvaluated(bound.Target, draft.Word, ref carry, work);
            Keep(draft, firstDraft, work);
        }
    }

    /// <summary>好难用: 好 is a degree word where an opinion word follows at once.</summary>
    private static bool IsUsedAsDegree(in ClauseTerms terms, int hit) =>
        hit + 1 < terms.Hits.Length && terms.Gap(hit, hit + 1) == 0 && terms.Has(hit + 1, TermKind.Opinion)
        && terms.TryGet(hit, TermKind.Degree, out var degree) && degree.Variant != (byte)DegreeKind.Post;

    private static float Score(in TermEntry word, in ClauseTerms terms, int hit, int free, int degree, int behind, OpinionWorkspace work)
    {
        var score = work.AddStep(EvidenceKind.Lexicon, word, terms.SpanOf(hit), 0, word.Value);
        if (score == 0) return score;
        score = DegreeRule.Apply(score, terms, degree, work);
        score = DegreeRule.Apply(score, terms, behind, work);
        score = NegationRule.Apply(score, terms, free, hit, degree, work);
        score = ContrastRule.Apply(score, terms, work);
        score = HypotheticalRule.Apply(score, terms, hit, work);
        return QuestionRule.Apply(score, word, terms, hit, work);
    }

    /// <summary>From the first modifier to the last, and the target where it stands next to them.</summary>
    private static TextSpan Expression(in ClauseTerms terms, int hit, int firstNegator, int degree, int behind, TextSpan target)
    {
        const int Adjacent = 2;
        var first = degree >= 0 ? Math.Min(degree, firstNegator) : firstNegator;
        int start = terms.Hits[first].Start, end = terms.Hits[behind >= 0 ? behind : hit].End;
        if (target.Length > 0 && target.End <= start && start - target.End <= Adjacent) start = target.Start;
        if (target.Length > 0 && target.Start >= end && target.Start - end <= Adjacent) end = target.End;
        return TextSpan.FromBounds(start, end);
    }

    private static void MarkEvaluated(int target, TextSpan word, ref Carry carry, OpinionWorkspace work)
    {
        if (target >= 0) work.Targets[target].IsEvaluated = true;
        if (target == TargetBinding.Result.Carried) carry.Target.IsEvaluated = true;
        // A word may be its own topic (发热): voiced once, it waits for no further opinion.
        for (var i = 0; i < work.TargetCount; i++)
            if (word.Contains(work.Targets[i].Span)) work.Targets[i].IsEvaluated = true;
    }

    /// <summary>Of several wordings of one opinion in a clause the strongest stands.</summary>
    private static void Keep(OpinionDraft draft, int firstDraft, OpinionWorkspace work)
    {
        for (var i = firstDraft; i < work.DraftCount; i++)
        {
            ref var other = ref work.Drafts[i];
            if (draft.Target.Length > 0 && other.Word == draft.Target)
            {
                other = draft; // 发热严重, 退款很慢: what was an opinion by itself is the topic of a fuller one
                return;
            }
            if (other.Attribute != draft.Attribute || Math.Sign(other.Score) != Math.Sign(draft.Score)) continue;
            if (Math.Abs(draft.Score) > Math.Abs(other.Score)) other = draft;
            return;
        }
        work.AddDraft(draft);
    }
}
