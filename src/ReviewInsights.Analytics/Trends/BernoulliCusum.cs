using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics.Trends;

/// <summary>How long a Bernoulli CUSUM runs until it raises a false alert.</summary>
internal static class BernoulliCusum
{
    // What is looked for: twice the odds of a negative review.
    private const double OddsRatio = 2;

    // Enough for a standard error of the run length of about 1 %, whatever the share.
    private const int Stretches = 20_000;

    private const int Halvings = 14;

    /// <summary>What a negative review adds and what another one adds: the logarithms of the likelihood ratios.</summary>
    internal static (double Up, double Down) Steps(double usual)
    {
        var raised = Raised(usual);
        return (Math.Log(raised / usual), Math.Log((1 - raised) / (1 - usual)));
    }

    /// <summary>The smallest threshold whose average run length is at least the given one, to 1 / 2^14 of its range.</summary>
    internal static double Threshold(double usual, double runLength, int seed)
    {
        // Lorden 1971, Ann. Math. Statist. 42, 1897–1908: the average run length is at least exp(threshold).
        double low = 0, high = Math.Log(runLength);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (RunLength(usual, middle, seed) < runLength) low = middle;
            else high = middle;
        }

        return high;
    }

    /// <summary>
    /// Average run length from 0: the mean length of a stretch, which ends at 0 or at the threshold, over the chance that it ends
    /// at the threshold.
    /// </summary>
    internal static double RunLength(double usual, double threshold, int seed)
    {
        // The same seed for each threshold, so that the run length rises with it without noise.
        var random = new SplitMix(unchecked((ulong)seed));
        var steps = Steps(usual);
        var raised = Raised(usual);
        var length = 0.0;
        var reached = 0.0;
        for (var i = 0; i < Stretches; i++)
        {
            length += Walk(ref random, usual, steps, threshold).Length;

            // Under twice the odds a stretch is exp(S) times as probable as under the usual ones, S being where it ends.
            var end = Walk(ref random, raised, steps, threshold).End;
            if (end >= threshold) reached += Math.Exp(-end);
        }

        // Stretches that do not begin with a negative review are one review long and reach nothing; they need no simulation.
        if (reached == 0) return double.PositiveInfinity;
        return (1 - usual + (usual * length / Stretches)) / (raised * reached / Stretches);
    }

    internal static void RequireShare(double share, string parameter)
    {
        if (share is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(parameter, share, "A usual share is above 0 and below 1.");
    }

    /// <summary>A stretch that begins with a negative review: from one negative review to the next in one step.</summary>
    private static (long Length, double End) Walk(
        ref SplitMix random, double share, (double Up, double Down) steps, double threshold)
    {
        var rate = Math.Log(1 - share);
        var sum = steps.Up;
        var length = 1L;
        while (sum < threshold)
        {
            var others = Math.Floor(Math.Log(1 - random.NextDouble()) / rate);
            var toZero = Math.Ceiling(sum / -steps.Down);
            if (others >= toZero) return (length + (long)toZero, 0);
            sum += (others * steps.Down) + steps.Up;
            length += (long)others + 1;
        }

        return (length, sum);
    }

    private static double Raised(double usual) => OddsRatio * usual / (1 + ((OddsRatio - 1) * usual));
}
