namespace ReviewInsights.Analytics;

/// <summary>
/// Watches a stream of scores and says when they have fallen: the test of Page (1954) and Hinkley (1971, Biometrika 58, 509–523)
/// against the mean so far, in units of the standard deviation so far. The simple alert: nothing need be known of the stream.
/// </summary>
/// <remarks>
/// <para>Each score adds its distance below the mean of the scores before it, in standard deviations, minus the slack, to a sum
/// that never falls below 0; at the threshold there is an alert. The first <see cref="WarmUp"/> scores only teach mean and
/// spread.</para>
/// <para>Not thread-safe: one object a stream, scores in order of time. Adding costs a few operations and no memory.</para>
/// </remarks>
public sealed class PageHinkley
{
    /// <summary>How many scores are needed before there can be an alert.</summary>
    public const int WarmUp = 50;

    private readonly double _slack;
    private readonly double _threshold;
    private long _count;
    private double _mean;
    private double _squares;

    /// <summary>An alert that has seen nothing yet.</summary>
    /// <param name="slack">
    /// Standard deviations a score may lie below the mean for nothing, at least 0: half the fall that is worth an alert.
    /// </param>
    /// <param name="threshold">
    /// Standard deviations the sum must reach, above 0. With the defaults a stream of normal scores without a fall raises an
    /// alert about once in 10,000 scores.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public PageHinkley(double slack = 0.25, double threshold = 13)
    {
        if (!(slack >= 0 && double.IsFinite(slack)))
            throw new ArgumentOutOfRangeException(nameof(slack), slack, "A slack is a number of at least 0.");
        if (!(threshold > 0 && double.IsFinite(threshold)))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is a number above 0.");
        _slack = slack;
        _threshold = threshold;
    }

    /// <summary>How far scores have fallen for how long, in standard deviations × scores; at least 0.</summary>
    public double Statistic { get; private set; }

    /// <summary>Takes the next score.</summary>
    /// <param name="score">Of a review, in [-1, 1], or any other finite number.</param>
    /// <returns>
    /// Whether there is an alert: true from the score that reaches the threshold on, until the sum sinks below it again.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is not finite; it is not taken then.</exception>
    public bool Add(double score)
    {
        if (!double.IsFinite(score)) throw new ArgumentOutOfRangeException(nameof(score), score, "A score is a finite number.");
        var fall = _mean - score;
        if (_count >= WarmUp && _squares > 0)
        {
            var deviation = Math.Sqrt(_squares / (_count - 1));
            Statistic = Math.Max(0, Statistic + (fall / deviation) - _slack);
        }

        // Welford 1962, Technometrics 4, 419–420.
        _count++;
        _mean -= fall / _count;
        _squares += fall * (_mean - score);
        return Statistic >= _threshold;
    }

    /// <summary>
    /// Forgets everything, mean and spread included: after an alert was acted upon, what is usual is learnt anew.
    /// </summary>
    public void Reset()
    {
        _count = 0;
        _mean = 0;
        _squares = 0;
        Statistic = 0;
    }
}
