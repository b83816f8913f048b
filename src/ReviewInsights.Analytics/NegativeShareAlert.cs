using ReviewInsights.Analytics.Trends;

namespace ReviewInsights.Analytics;

/// <summary>
/// Watches a stream of reviews and says when more of them are negative than used to be: the CUSUM chart of the Bernoulli log
/// likelihood ratio (Page 1954, Biometrika 41, 100–115) between the usual share and twice its odds.
/// </summary>
/// <remarks>
/// <para>A negative review raises the statistic by log(p₁/p₀), any other one lowers it by log((1−p₀)/(1−p₁)), never below 0; at
/// the threshold there is an alert. Adding costs a few operations and no memory.</para>
/// <para>Not thread-safe: one object a stream, reviews in order of time. Many streams with the same usual share can share a
/// threshold; finding one takes some 50 milliseconds.</para>
/// <para>The rate of false alerts depends strongly on the usual share: take it from many reviews (thousands), and rather too high
/// than too low.</para>
/// </remarks>
public sealed class NegativeShareAlert
{
    private readonly double _up;
    private readonly double _down;

    /// <summary>An alert that has seen nothing yet.</summary>
    /// <param name="usualShare">p₀: share of negative reviews while all is well, in (0, 1).</param>
    /// <param name="threshold">Above 0, usually from <see cref="ThresholdFor"/> for the same share.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public NegativeShareAlert(double usualShare, double threshold)
    {
        BernoulliCusum.RequireShare(usualShare, nameof(usualShare));
        if (!(threshold > 0 && double.IsFinite(threshold)))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is a number above 0.");
        (_up, _down) = BernoulliCusum.Steps(usualShare);
        Threshold = threshold;
    }

    /// <summary>Where the statistic raises an alert.</summary>
    public double Threshold { get; }

    /// <summary>
    /// How much the reviews since the statistic was last 0 speak for twice the odds: a log likelihood ratio, at least 0.
    /// </summary>
    public double Statistic { get; private set; }

    /// <summary>Takes the next review.</summary>
    /// <param name="negative">Whether its overall polarity is negative.</param>
    /// <returns>
    /// Whether there is an alert: true from the review that reaches the threshold on, until enough others have followed or
    /// <see cref="Reset"/> is called.
    /// </returns>
    public bool Add(bool negative)
    {
        Statistic = Math.Max(0, Statistic + (negative ? _up : _down));
        return Statistic >= Threshold;
    }

    /// <summary>Forgets what was seen: after an alert was acted upon.</summary>
    public void Reset() => Statistic = 0;

    /// <summary>The threshold at which a stream that is as usual raises an alert once in so many reviews on average.</summary>
    /// <remarks>
    /// By simulation of the stretches between two visits of the statistic to 0: how long they are, and how rarely one reaches a
    /// threshold. For the latter, stretches are drawn with twice the odds and weighed by their likelihood ratio (Siegmund 1976,
    /// Ann. Statist. 4, 673–684), since as usual it hardly ever happens. The average is right to about 3 %. The same arguments
    /// give the same threshold.
    /// </remarks>
    /// <param name="usualShare">p₀, in (0, 1).</param>
    /// <param name="averageRunLength">Reviews from a start at 0 to a false alert, on average: from 2 to 1e9.</param>
    /// <param name="seed">Seed of the simulation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static double ThresholdFor(double usualShare, double averageRunLength, int seed = 1)
    {
        BernoulliCusum.RequireShare(usualShare, nameof(usualShare));
        if (averageRunLength is not (>= 2 and <= 1e9))
            throw new ArgumentOutOfRangeException(nameof(averageRunLength), averageRunLength, "A run length is 2 to 1e9.");
        return BernoulliCusum.Threshold(usualShare, averageRunLength, seed);
    }
}
