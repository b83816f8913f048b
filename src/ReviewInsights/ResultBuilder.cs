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
        return new ReviewAnalysis(
            review, session.Overall, Aspects(session, lexicon.Info), opinions.MoveToImmutable(), Stages(session, lexicon.Info, review.Stage),
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

    private static ImmutableArray<AspectPolarity> Aspects(AnalysisSession session, LexiconInfo info)
    {
        var aspects = ImmutableArray.CreateBuilder<AspectPolarity>();
        for (var aspect = 0; aspect < info.Aspects.Length; aspect++)
            if (session.PolarityOf(aspect) is { } polarity) aspects.Add(new AspectPolarity(info.Aspects[aspect], polarity));
        return aspects.DrainToImmutable();
    }

    private static ImmutableArray<StageScore> Stages(AnalysisSession session, LexiconInfo info, string? knownStage)
    {
        var stages = ImmutableArray.CreateBuilder<StageScore>();
        for (var stage = 0; stage < info.Stages.Length; stage++)
            if (session.StageScoreOf(stage, knownStage) is { } score) stages.Add(score);
        return stages.DrainToImmutable();
    }

    private static ImmutableArray<TextSpan> Clauses(AnalysisSession session)
    {
        var clauses = ImmutableArray.CreateBuilder<TextSpan>(session.Clauses.Length);
        foreach (ref readonly var clause in session.Clauses) clauses.Add(clause.Span);
        return clauses.MoveToImmutable();
    }
}
