namespace ReviewInsights.Analytics.Rankings;

/// <summary>How the shares of groups are spread about the share of all: a beta distribution with that mean.</summary>
/// <param name="Mean">Share of hits among the reviews of all groups.</param>
/// <param name="Weight">α + β: how many reviews of its own a group needs to count as much as the others do.</param>
/// <param name="Evidence">
/// Twice the gain in log likelihood over groups that all have the same share: how much speaks for groups differing at all.
/// </param>
internal readonly record struct BetaPrior(double Mean, double Weight, double Evidence)
{
    // Half a review to ten million: beyond, groups are all different or all the same for any data there is.
    private const double LowestLog = -0.7, HighestLog = 16.1;
    private const int GridSteps = 56;
    private const int GoldenSteps = 40;

    // 95 % point of the evidence when groups do not differ: half the time it is 0, since a spread cannot be negative, and else
    // χ² with one degree of freedom (Self and Liang 1987, J. Am. Stat. Assoc. 82, 605–610).
    private const double Critical = 2.705543;

    /// <summary>Whether groups differ by more than chance explains, at the 5 % level.</summary>
    internal bool GroupsDiffer => Evidence > Critical;

    /// <summary>
    /// By maximum likelihood of the beta–binomial distribution (Griffiths 1973, Biometrics 29, 637–648) with the mean held at the
    /// share of all: one parameter, so a grid finds the neighbourhood of the maximum and a golden section the maximum.
    /// </summary>
    /// <remarks>
    /// Moments (Kleinman 1973, J. Am. Stat. Assoc. 68, 46–54) would need rules for when they fall outside the possible, and the
    /// likelihood also says whether groups differ at all.
    /// </remarks>
    internal static BetaPrior Fit(ReadOnlySpan<GroupCount> groups)
    {
        long reviews = 0, hits = 0;
        foreach (var group in groups)
        {
            reviews = checked(reviews + group.Reviews);
            hits += group.Hits;
        }

        if (hits == 0 || hits == reviews) return new(reviews == 0 ? 0 : (double)hits / reviews, Math.Exp(HighestLog), 0);
        var mean = (double)hits / reviews;
        var logWeight = Maximise(groups, mean);
        var gain = LogLikelihood(groups, mean, logWeight) - LogLikelihood(groups, mean, HighestLog);
        return new(mean, Math.Exp(logWeight), 2 * gain);
    }

    private static double Maximise(ReadOnlySpan<GroupCount> groups, double mean)
    {
        const double step = (HighestLog - LowestLog) / GridSteps;
        var best = HighestLog;
        var highest = double.NegativeInfinity;
        for (var i = 0; i <= GridSteps; i++)
        {
            var value = LogLikelihood(groups, mean, LowestLog + (i * step));
            if (value > highest) (highest, best) = (value, LowestLog + (i * step));
        }

        double low = Math.Max(LowestLog, best - step), high = Math.Min(HighestLog, best + step);
        var golden = (Math.Sqrt(5) - 1) / 2;
        for (var i = 0; i < GoldenSteps; i++)
        {
            double left = high - (golden * (high - low)), right = low + (golden * (high - low));
            if (LogLikelihood(groups, mean, left) >= LogLikelihood(groups, mean, right)) high = right;
            else low = left;
        }

        return (low + high) / 2;
    }

    private static double LogLikelihood(ReadOnlySpan<GroupCount> groups, double mean, double logWeight)
    {
        var weight = Math.Exp(logWeight);
        double alpha = mean * weight, beta = (1 - mean) * weight;
        var sum = 0.0;
        foreach (var (_, reviews, hits) in groups) sum += Beta.Log(alpha + hits, beta + reviews - hits) - Beta.Log(alpha, beta);
        return sum;
    }
}
