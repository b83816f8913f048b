namespace ReviewInsights.Analytics.Curves;

/// <summary>
/// Draws the means of groups towards the mean of all, the more so the fewer reviews a group has: (n·m + κ·m₀)/(n + κ) with
/// κ = σ²/τ², the variance within groups over that between them, estimated by moments (Searle, Casella and McCulloch 1992).
/// </summary>
internal static class Shrinkage
{
    /// <summary>Where the variances cannot be estimated: too few groups or reviews.</summary>
    internal const double DefaultKappa = 20;

    private const double Least = 5, Most = 200;

    internal static double KappaOf(IReadOnlyList<CurveState> groups, int stage)
    {
        double within = 0, weighted = 0, total = 0, squares = 0;
        var count = 0;
        foreach (var group in groups)
        {
            double n = group.Count(stage);
            if (n == 0) continue;
            count++;
            total += n;
            squares += n * n;
            weighted += n * group.Mean(stage);
            within += group.CentredProducts(stage, stage);
        }

        if (count < 2 || total <= count) return DefaultKappa;
        var centre = weighted / total;
        var between = 0.0;
        foreach (var group in groups)
            if (group.Count(stage) > 0) between += group.Count(stage) * (group.Mean(stage) - centre) * (group.Mean(stage) - centre);
        var variance = within / (total - count);
        var spread = ((between / (count - 1)) - variance) / ((total - (squares / total)) / (count - 1));
        return spread > 0 ? Math.Clamp(variance / spread, Least, Most) : Most;
    }

    internal static double MeanOf(CurveState group, int stage, double kappa, double centre) =>
        ((group.Count(stage) * group.Mean(stage)) + (kappa * centre)) / (group.Count(stage) + kappa);
}
