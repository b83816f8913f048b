using System.Collections.Immutable;

namespace ReviewInsights;

/// <summary>Turns what a session holds into the objects that callers keep.</summary>
internal static class ResultBuilder
{
    internal static ReviewAnalysis Build(
        Review review, AnalysisSession session, ReadOnlySpan<OpinionMark> marks, Lexicon lexicon, ReviewAnalyzerOptions options)
    {
        var opinions = ImmutableArray.CreateBuilder<Opinion>(marks.Length);
        foreach (ref readonly var mark in marks) opinions.Add(ToOpinion(mark, session, lexicon, review.Stage));
        var found = opinions.MoveToImmutable();
        return new ReviewAnalysis(
            review, session.Overall, Aspects(marks, lexicon), found, Stages(found, lexicon.Info),
            session.Suggestion,
            options.KeepTokens ? [.. session.Tokens] : [],
            options.KeepTokens ? Clauses(session) : [],
            lexicon.Info.Version);
    }

    private static Opinion ToOpinion(in OpinionMark mark, AnalysisSession session, Lexicon lexicon, string? knownStage)
    {
        var steps = session.EvidenceOf(mark);
        var evidence = ImmutableArray.CreateBuilder<Evidence>(steps.Length);
        foreach (ref readonly var step in steps)
            evidence.Add(new Evidence(step.Kind, session.RuleOf(step), step.Span, step.Before, step.After));
        return new Opinion(
            lexicon.AttributeCodes[mark.AspectId],
            mark.AttributeId == mark.AspectId ? null : lexicon.AttributeCodes[mark.AttributeId],
            mark.Polarity, mark.Score, mark.Confidence,
            mark.StageId == OpinionMark.NoStage ? knownStage ?? Lexicon.NoStageCode : lexicon.Info.Stages[mark.StageId],
            mark.Clause, mark.Target.Length > 0 ? mark.Target : null, mark.Expression, evidence.MoveToImmutable());
    }

    private static ImmutableArray<AspectPolarity> Aspects(ReadOnlySpan<OpinionMark> marks, Lexicon lexicon)
    {
        var aspects = ImmutableArray.CreateBuilder<AspectPolarity>();
        for (var aspect = 0; aspect < lexicon.Info.Aspects.Length; aspect++)
        {
            bool mentioned = false, positive = false, negative = false;
            foreach (ref readonly var mark in marks)
            {
                if (mark.AspectId != aspect) continue;
                mentioned = true;
                positive |= mark.Polarity == Polarity.Positive;
                negative |= mark.Polarity == Polarity.Negative;
            }
            if (!mentioned) continue;
            aspects.Add(new AspectPolarity(lexicon.Info.Aspects[aspect], (positive, negative) switch
            {
                (true, true) => Polarity.Mixed,
                (true, false) => Polarity.Positive,
                (false, true) => Polarity.Negative,
                _ => Polarity.Neutral,
            }));
        }
        return aspects.DrainToImmutable();
    }

    private static ImmutableArray<StageScore> Stages(ImmutableArray<Opinion> opinions, LexiconInfo info)
    {
        var stages = ImmutableArray.CreateBuilder<StageScore>();
        foreach (var stage in info.Stages)
        {
            var sum = 0.0;
            var count = 0;
            foreach (var opinion in opinions)
            {
                if (opinion.Stage != stage) continue;
                sum += opinion.Score;
                count++;
            }
            if (count > 0) stages.Add(new StageScore(stage, sum / count, count));
        }
        return stages.DrainToImmutable();
    }

    private static ImmutableArray<TextSpan> Clauses(AnalysisSession session)
    {
        var clauses = ImmutableArray.CreateBuilder<TextSpan>(session.Clauses.Length);
        foreach (ref readonly var clause in session.Clauses) clauses.Add(clause.Span);
        return clauses.MoveToImmutable();
    }
}
