using System.Collections.Immutable;
using ReviewInsights.Analytics.Breakpoints;
using ReviewInsights.Analytics.Curves;

namespace ReviewInsights.Analytics;

/// <summary>Collects reviews and draws the curve over the stages of the journey.</summary>
/// <remarks>
/// <para>The state is a handful of exact integer sums (scores in ten-thousandths), so adding and merging are associative and
/// commutative: any order, any number of threads or shards gives the same curve to the last bit.</para>
/// <para>Not thread-safe: use one a thread and merge. Memory does not grow with the number of reviews: about 10 KB, plus one
/// counter per stage, aspect and direction seen.</para>
/// </remarks>
public sealed class CurveAggregator
{
    private readonly CurveOptions _options;
    private readonly CurveState _state;

    /// <summary>An empty aggregator.</summary>
    /// <param name="options">Stages and thresholds; the product's definitions when null.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public CurveAggregator(CurveOptions? options = null)
    {
        _options = options ?? new CurveOptions();
        _options.Validate(nameof(options));
        _state = new CurveState(_options.Stages);
    }

    /// <summary>How many reviews were added, here and in what was merged in.</summary>
    public long Reviews => _state.Reviews;

    internal CurveState State => _state;

    /// <summary>Adds one analysed review. Linear in its opinions; allocates only when it meets an aspect for the first time.</summary>
    /// <param name="analysis">The review; its stage scores are recomputed from its opinions.</param>
    /// <exception cref="ArgumentNullException"><paramref name="analysis"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// An opinion's stage is not one of the curve's, or its score is outside [-1, 1]. Nothing of the review is added then.
    /// </exception>
    public void Add(ReviewAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        _state.Begin();
        foreach (var opinion in analysis.Opinions) _state.Take(opinion.Aspect, opinion.Stage, opinion.Score);
        _state.Commit();
    }

    /// <summary>Adds one review given by its opinions, in any order; none is fine and counts as a silent review.</summary>
    /// <param name="opinions">All opinions of the review.</param>
    /// <exception cref="ArgumentException">
    /// An opinion's stage is not one of the curve's, or its score is outside [-1, 1]. Nothing of the review is added then.
    /// </exception>
    public void Add(ReadOnlySpan<StageOpinion> opinions)
    {
        _state.Begin();
        foreach (var opinion in opinions) _state.Take(opinion.Aspect, opinion.Stage, opinion.Score);
        _state.Commit();
    }

    /// <summary>Adds everything another aggregator has collected; the other stays as it is.</summary>
    /// <param name="other">An aggregator with the same options.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The options differ, or it is this very aggregator.</exception>
    public void Merge(CurveAggregator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) throw new ArgumentException("An aggregator cannot be merged into itself.", nameof(other));
        if (!_options.Agrees(other._options)) throw new ArgumentException("The options of the two aggregators differ.", nameof(other));
        _state.Merge(other._state);
    }

    /// <summary>The curve of the reviews so far. The aggregator can be added to afterwards; the curve does not change.</summary>
    /// <remarks>
    /// Breakpoints are tested one-sidedly. The standard error of a difference of stage means is cluster-robust with the review as
    /// the cluster: it equals the paired t test's where every review covers both stages, Welch's where none does, and lies between
    /// otherwise. Degrees of freedom are the smaller number of reviews minus 1, which Welch's never fall below. p-values are
    /// adjusted after Holm (1979) over all comparisons the curve has data for, so the chance of any false breakpoint on a curve is
    /// at most <see cref="CurveOptions.SignificanceLevel"/>.
    /// </remarks>
    public EmotionCurve ToCurve() => ToCurve(Comparisons(), _options.SignificanceLevel);

    internal ImmutableArray<Comparison> Comparisons() => BreakpointFinder.Compare(_state);

    internal EmotionCurve ToCurve(ImmutableArray<Comparison> comparisons, double level)
    {
        var points = CurveBuilder.Points(_state, _options);
        return new EmotionCurve(
            _state.Reviews,
            points,
            CurveBuilder.Summary(_state),
            BreakpointFinder.Select(comparisons, points, _options.MinimumDrop, level));
    }
}
