using System.Collections.Immutable;

namespace ReviewInsights.Analytics;

/// <summary>
/// The journey of one customer, in the order the review tells it. One review is one voice: there is no interval and no breakpoint,
/// only the turns of the story.
/// </summary>
/// <param name="Steps">One step for each run of opinions about the same stage, as the text goes on.</param>
public sealed record ReviewCurve(ImmutableArray<ReviewStep> Steps)
{
    /// <summary>The curve of an analysed review. Opinions that belong to no stage are left out.</summary>
    /// <param name="analysis">The review.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    public static ReviewCurve Of(ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var steps = ImmutableArray.CreateBuilder<ReviewStep>();
        foreach (var opinion in analysis.Opinions.Where(o => !string.Equals(o.Stage, Lexicon.NoStageCode, StringComparison.Ordinal)).OrderBy(o => o.Clause.Start))
        {
            if (steps.Count > 0 && string.Equals(steps[^1].Stage, opinion.Stage, StringComparison.Ordinal))
            {
                var last = steps[^1];
                var sum = (last.Score * last.Opinions) + opinion.Score;
                steps[^1] = last with { Score = sum / (last.Opinions + 1), Opinions = last.Opinions + 1, Span = TextSpan.FromBounds(last.Span.Start, Math.Max(last.Span.End, opinion.Clause.End)) };
            }
            else
            {
                steps.Add(new ReviewStep(opinion.Stage, opinion.Score, 1, opinion.Clause));
            }
        }

        return new ReviewCurve(steps.ToImmutable());
    }
}

/// <summary>One step of a customer's story.</summary>
/// <param name="Stage">Code of the stage.</param>
/// <param name="Score">Mean score of its opinions, in [-1, 1].</param>
/// <param name="Opinions">How many.</param>
/// <param name="Span">Where the review tells it, from its first clause to its last.</param>
public sealed record ReviewStep(string Stage, double Score, int Opinions, TextSpan Span);
