using ReviewInsights.Lexicons;

namespace ReviewInsights.Opinions;

/// <summary>Finds what an opinion word evaluates, and with it which of the word's rows applies.</summary>
internal static class TargetBinding
{
    /// <summary>How far behind an opinion word its target may stand: 喜欢 这个 颜色.</summary>
    private const int ReachForward = 3;

    /// <summary>What an opinion word was bound to.</summary>
    internal struct Result
    {
        internal TermEntry Word;
        internal ushort Attribute;

        /// <summary>Index among the clause's targets, <see cref="Carried"/>, or <see cref="None"/>.</summary>
        internal int Target;

        internal const int None = -1;
        internal const int Carried = -2;
    }

    /// <summary>Binds the opinion word; false when none of its rows applies here.</summary>
    internal static bool TryBind(in ClauseTerms terms, int hit, bool excess, in Carry carry, OpinionWorkspace work, ushort overall, out Result result)
    {
        var near = Nearest(terms, hit, work, overall);
        result = default;
        var bestRank = 0;
        foreach (ref readonly var row in terms.EntriesOf(hit))
        {
            if (row.Kind != TermKind.Opinion) continue;
            var (rank, attribute, target) = Consider(row, terms, near, excess, carry, work, overall);
            if (rank <= bestRank) continue;
            bestRank = rank;
            result = new Result { Word = row, Attribute = attribute, Target = target };
        }
        return bestRank > 0 && result.Attribute != TermEntry.NoAttribute;
    }

    private static (int Rank, ushort Attribute, int Target) Consider(
        in TermEntry row, in ClauseTerms terms, int near, bool excess, in Carry carry, OpinionWorkspace work, ushort overall)
    {
        var attributes = terms.Attributes;
        switch ((Binding)row.Variant)
        {
            case Binding.Only:
                if (near >= 0 && Match(attributes, work.Targets[near].Attribute, row.Attribute) is > 0 and var inClause)
                    return (5 + inClause, work.Targets[near].Attribute, near);
                if (near < 0 && carry.Exists && Match(attributes, carry.Target.Attribute, row.Attribute) is > 0 and var carried)
                    return (4 + carried, carry.Target.Attribute, Result.Carried);
                return default;
            case Binding.Strong:
                return (5, row.Attribute, near >= 0 && SameAspect(attributes, work.Targets[near].Attribute, row.Attribute) ? near : Result.None);
            case Binding.Excess when !excess:
                return default;
            case Binding.Excess:
            case Binding.Weak:
                var rank = (Binding)row.Variant == Binding.Excess ? 4 : 3;
                if (near >= 0 && Wins(work.Targets[near], overall))
                    return (rank, Narrower(attributes, work.Targets[near].Attribute, row.Attribute), near);
                if (near < 0 && carry.IsOpen && carry.Target.Attribute != overall)
                    return (rank, Narrower(attributes, carry.Target.Attribute, row.Attribute), Result.Carried);
                return (rank, row.Attribute, Result.None);
            default:
                if (near >= 0) return (2, work.Targets[near].Attribute, near);
                if (carry.IsOpen) return (2, carry.Target.Attribute, Result.Carried);
                return (2, row.Attribute != TermEntry.NoAttribute ? row.Attribute : overall, Result.None);
        }
    }

    /// <summary>
    /// The target that the word most likely evaluates: before it rather than behind it (质量 很 好), one that is still open
    /// rather than one that has its opinion, and a part or quality rather than the product itself (手机 屏幕 好).
    /// </summary>
    private static int Nearest(in ClauseTerms terms, int hit, OpinionWorkspace work, ushort overall)
    {
        int best = -1, bestRank = -1;
        var span = terms.SpanOf(hit);
        for (var i = 0; i < work.TargetCount; i++)
        {
            ref readonly var target = ref work.Targets[i];
            var before = target.Span.End <= span.Start;
            if (!before && (target.Span.Start < span.End || target.Span.Start - span.End > ReachForward)) continue;
            var rank = (target.Attribute != overall ? 4 : 0) + (target.IsEvaluated ? 0 : 2) + (before ? 1 : 0);
            if (rank > bestRank || (rank == bestRank && before)) (best, bestRank) = (i, rank);
        }
        return best;
    }

    private static bool Wins(in TargetMark target, ushort overall) => target.Attribute != overall && !target.IsEvaluated;

    /// <summary>2 when the row is about just this attribute, 1 when about its aspect, 0 when about something else.</summary>
    private static int Match(ReadOnlySpan<AttributeEntry> attributes, ushort target, ushort row) =>
        target == row ? 2 : attributes[target].Aspect == row ? 1 : 0;

    private static bool SameAspect(ReadOnlySpan<AttributeEntry> attributes, ushort a, ushort b) => attributes[a].Aspect == attributes[b].Aspect;

    /// <summary>The target's attribute, unless it is a bare aspect that the word's own attribute makes more precise.</summary>
    private static ushort Narrower(ReadOnlySpan<AttributeEntry> attributes, ushort target, ushort word) =>
        attributes[word].Aspect == target ? word : target;
}
