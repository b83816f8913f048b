namespace ReviewInsights.Training.Learning;

/// <summary>
/// The probability above which to report so that F1 is highest: half of the highest F1 that can be reached (Lipton, Elkan and
/// Naryanaswamy 2014: Optimal thresholding of classifiers to maximize F1 measure). F1 changes little around its maximum, so the
/// threshold that happens to be best in a sample jumps between samples; half of the best F1 does not.
/// </summary>
internal static class F1Threshold
{
    /// <param name="candidates">Calibrated probabilities with what is true.</param>
    /// <param name="gold">How many are true in all, those that are no candidates included.</param>
    internal static float Best(IEnumerable<(float Probability, bool IsTrue)> candidates, int gold)
    {
        int reported = 0, right = 0;
        var best = 0.0;
        // Those of one probability are reported together or not at all.
        foreach (var group in candidates.GroupBy(c => c.Probability).OrderByDescending(g => g.Key))
        {
            reported += group.Count();
            right += group.Count(c => c.IsTrue);
            best = Math.Max(best, 2.0 * right / (gold + reported));
        }
        return (float)(best / 2);
    }
}
