namespace ReviewInsights.Analytics.Curves;

/// <summary>
/// Interval of the difference of two independent shares. Newcombe 1998, Statistics in Medicine 17, 873–890, method 10: how far
/// each share lies from its own Wilson limits, added as squares. Unlike the normal approximation it never leaves [-1, 1] and has
/// width where both shares are 0.
/// </summary>
internal static class Newcombe
{
    /// <summary>
    /// 95 % interval of the second share minus the first. Both n are above 0; counts need not be whole (see Wilson).
    /// </summary>
    internal static Interval Interval(double firstHits, double firstN, double secondHits, double secondN)
    {
        double first = firstHits / firstN, second = secondHits / secondN;
        var (firstLow, firstHigh) = Wilson.Interval(firstHits, firstN);
        var (secondLow, secondHigh) = Wilson.Interval(secondHits, secondN);
        var difference = second - first;
        return new(
            Math.Max(-1, difference - double.Hypot(second - secondLow, firstHigh - first)),
            Math.Min(1, difference + double.Hypot(secondHigh - second, first - firstLow)));
    }
}
