namespace ReviewInsights.Analytics.Breakpoints;

/// <summary>Keeps the chance of false findings in hand when many comparisons are made.</summary>
internal static class MultipleTesting
{
    /// <summary>
    /// Adjusted p-values, in the order given: reject those at or below the level and the chance of any false rejection is at most
    /// the level, however the comparisons depend on each other. Holm 1979, Scand. J. Statist. 6, 65–70.
    /// </summary>
    internal static double[] Holm(ReadOnlySpan<double> pValues)
    {
        var sorted = pValues.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(sorted, order);

        var adjusted = new double[sorted.Length];
        var highest = 0.0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            highest = Math.Max(highest, Math.Min(1, sorted[rank] * (sorted.Length - rank)));
            adjusted[order[rank]] = highest;
        }

        return adjusted;
    }

    /// <summary>How many of the smallest p-values to accept as findings so that the expected share of false ones among them is at
    /// most the level. Benjamini and Hochberg 1995, J. R. Statist. Soc. B 57, 289–300.</summary>
    internal static int BenjaminiHochberg(ReadOnlySpan<double> pValues, double level)
    {
        var sorted = pValues.ToArray();
        Array.Sort(sorted);
        for (var rank = sorted.Length; rank > 0; rank--)
        {
            if (sorted[rank - 1] <= level * rank / sorted.Length) return rank;
        }

        return 0;
    }

    /// <summary>
    /// The level to test at within each group, given each group's smallest adjusted p-value: level × share of groups selected.
    /// Benjamini and Bogomolov 2014, J. R. Statist. Soc. B 76, 297–318.
    /// </summary>
    internal static double LevelWithinGroups(ReadOnlySpan<double> groupPValues, double level) =>
        groupPValues.IsEmpty ? level : level * BenjaminiHochberg(groupPValues, level) / groupPValues.Length;
}
